/** The control of a field: an input or a select, and what all controls share. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldState } from '../../form/api.ts';
import type { Words } from '../../words/words.ts';
import type { FieldActions } from '../field-actions.ts';
import { setAttributes } from './attributes.ts';

/** What a control is rendered from. */
export interface ControlProps {
  readonly id: string;
  readonly field: FieldState;
  readonly words: Words;
  readonly actions: FieldActions;
  /** The ids of the elements that describe the control. */
  readonly descriptions: string;
  readonly isInvalid: boolean;
}

/** Asks browsers, keyboards and password managers not to change, store or offer values. */
const PLAIN = {
  autocapitalize: 'none',
  autocorrect: 'off',
  spellcheck: 'false',
  translate: 'no',
  dir: 'ltr',
  'data-1p-ignore': '',
  'data-lpignore': 'true',
  'data-bwignore': '',
  'data-form-type': 'other',
  'data-protonpass-ignore': 'true',
};

/** The attributes that all controls share. */
function shared({ id, field, descriptions, isInvalid }: ControlProps): Record<string, string | boolean> {
  return {
    id,
    name: field.name,
    'aria-required': field.required,
    'aria-invalid': isInvalid,
    'aria-describedby': descriptions,
  };
}

/** The attributes of a control that takes typed text. */
export function typedAttributes(props: ControlProps): ReturnType<typeof setAttributes> {
  return setAttributes({ ...shared(props), ...PLAIN });
}

export function renderInput(props: ControlProps): TemplateResult {
  const { id, field, words, actions } = props;
  const { name, prefix, suffix, secret, input } = field;
  const isAffixed = Boolean(prefix || suffix);
  const affix = (side: 'start' | 'end', text: string | undefined) =>
    text === undefined ? nothing : html`<span class="affix ${side}" part=${side} id="${id}-${side}">${text}</span>`;
  return html`
    <div class="base ${isAffixed ? 'affixed' : ''}" part="base" dir=${isAffixed ? 'ltr' : nothing}>
      ${affix('start', prefix)}
      <input
        class="control"
        part="input"
        ${typedAttributes(props)}
        type=${actions.isMasked(field) ? 'password' : 'text'}
        inputmode=${input === 'url' || input === 'email' ? input : nothing}
        autocomplete=${secret ? 'new-password' : 'off'}
        .value=${live(field.value)}
        ?disabled=${actions.isDisabled}
        @input=${(event: Event) => actions.input(name, (event.target as HTMLInputElement).value)}
        @blur=${() => actions.leave(name)}
      />
      ${affix('end', suffix)} ${secret ? renderToggle(id, field, words, actions) : nothing}
    </div>
  `;
}

export function renderSelect(props: ControlProps): TemplateResult {
  const { name, value, options = [] } = props.field;
  const { actions } = props;
  return html`<div class="base" part="base">
    <select
      class="control"
      part="input"
      ${setAttributes(shared(props))}
      autocomplete="off"
      .value=${live(value)}
      ?disabled=${actions.isDisabled}
      @change=${(event: Event) => actions.input(name, (event.target as HTMLSelectElement).value)}
      @blur=${() => actions.leave(name)}
    >
      <option value="" ?selected=${value === ''}>${props.words.choose}</option>
      ${options.map((option) => html`<option value=${option} ?selected=${option === value}>${option}</option>`)}
    </select>
  </div>`;
}

/** The button that shows and hides a secret. */
export function renderToggle(id: string, field: FieldState, words: Words, actions: FieldActions): TemplateResult {
  return html`<button
    class="quiet"
    part="toggle"
    type="button"
    aria-controls=${id}
    ?disabled=${actions.isDisabled}
    @click=${() => actions.toggleMask(field)}
  >
    ${actions.isMasked(field) ? words.show : words.hide}<span class="vh"> ${field.label}</span>
  </button>`;
}
