/** Renders a template when the site is built. */
import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import type { TemplateResult } from 'lit';

export function toHtml(template: TemplateResult): string {
  // Lit's comments are for hydration, which this site does not use.
  return collectResultSync(render(template)).replace(/<!--[\s\S]*?-->/g, '');
}
