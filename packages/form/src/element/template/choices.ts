/** Radio buttons for the auth type or the set. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Choice } from '../../form/api.ts';

interface ChoicesProps {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice[];
  /** The id of the selected choice. */
  readonly selected: string;
  readonly isDisabled: boolean;
  readonly onSelect: (id: string) => void;
}

export function renderChoices(props: ChoicesProps): TemplateResult | typeof nothing {
  const { name, legend, choices, selected, isDisabled, onSelect } = props;
  if (choices.length === 0) return nothing;
  return html`
    <fieldset part="choices" ?disabled=${isDisabled}>
      <legend part="label">${legend}</legend>
      <div class="choices">
        ${choices.map(
          ({ id, title }) => html`<label class="choice" part="choice">
            <input type="radio" name=${name} value=${id} .checked=${id === selected} @change=${() => onSelect(id)} />
            <span>${title}</span>
          </label>`,
        )}
      </div>
    </fieldset>
  `;
}
