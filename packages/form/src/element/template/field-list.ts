/** The fields of the form in order. Fields of which one is enough stand together. */
import { html, type TemplateResult } from 'lit';
import type { FieldState } from '../../form/api.ts';
import type { Words } from '../../words/words.ts';
import type { FieldActions } from '../field-actions.ts';
import { renderField } from './field.ts';

export function renderFieldList(fields: readonly FieldState[], words: Words, actions: FieldActions): TemplateResult {
  const render = (some: readonly FieldState[]) => some.map((field) => renderField(field, words, actions));
  const alternatives = fields.filter(({ isOneOf }) => isOneOf);
  if (alternatives.length < 2) return html`${render(fields)}`;
  const first = fields.findIndex(({ isOneOf }) => isOneOf);
  return html`${render(fields.slice(0, first))}
    <div role="group" aria-label=${words.oneIsEnough}>
      <p class="hint one">${words.oneIsEnough}</p>
      ${render(alternatives)}
    </div>
    ${render(fields.slice(first).filter(({ isOneOf }) => !isOneOf))}`;
}
