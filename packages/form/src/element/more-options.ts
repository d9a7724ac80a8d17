/** The optional fields that few people need, behind "More options". */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldState } from '../form/api.ts';

export class MoreOptions {
  #isOpen = false;

  /** Opens if a field in it has a value, and closes otherwise: every value that is sent is visible. */
  reset(fields: readonly FieldState[]): void {
    this.#isOpen = fields.some(({ more, value }) => more === true && value !== '');
  }

  /** Opens if one of the named fields is in it. */
  openFor(names: ReadonlySet<string>, fields: readonly FieldState[]): void {
    if (fields.some(({ name, more }) => more === true && names.has(name))) this.#isOpen = true;
  }

  render(title: string, fields: readonly TemplateResult[]): TemplateResult | typeof nothing {
    if (fields.length === 0) return nothing;
    return html`<details part="more" .open=${live(this.#isOpen)} @toggle=${this.#onToggle}>
      <summary>${title}</summary>
      ${fields}
    </details>`;
  }

  readonly #onToggle = (event: Event): void => {
    this.#isOpen = (event.target as HTMLDetailsElement).open;
  };
}
