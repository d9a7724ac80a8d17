/** One field of the form: its label, hint, control and problem. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FieldState, Problem } from '../../form/api.ts';
import type { Words } from '../../words/words.ts';
import type { FieldActions } from '../field-actions.ts';
import { type ControlProps, renderInput, renderSelect } from './control.ts';
import { fieldId } from './field-id.ts';
import { renderKeyArea } from './key-area.ts';

const CONTROLS = { textarea: renderKeyArea, select: renderSelect } as const;

export function renderField(field: FieldState, words: Words, actions: FieldActions): TemplateResult {
  const { name, label, example, help, docs, prefix, suffix } = field;
  const id = fieldId(name);
  const fileProblem = actions.fileProblem(name);
  const problem = fileProblem === undefined ? field.problem : undefined;
  const severity = fileProblem === undefined ? problem?.severity : 'error';
  const hasHint = example !== undefined || help !== undefined || docs !== undefined;
  const affixes = [prefix && `${id}-start`, suffix && `${id}-end`];
  const descriptions = [hasHint && `${id}-hint`, ...affixes, `${id}-problem`].filter(Boolean).join(' ');
  const props: ControlProps = { id, field, words, actions, descriptions, isInvalid: severity === 'error' };
  const renderControl = field.input === 'textarea' || field.input === 'select' ? CONTROLS[field.input] : renderInput;
  const isOptional = !field.required && !field.isOneOf;
  return html`
    <div class="field ${severity ?? ''}" part="field">
      <label class="label" part="label" id="${id}-label" for=${id}
        >${label}${isOptional ? html` <span class="optional">(${words.optional})</span>` : nothing}</label
      >
      ${hasHint ? renderHint(field, id, words) : nothing} ${renderControl(props)}
      <div class="problem ${severity ?? ''}" part="problem" id="${id}-problem">
        ${severity && renderText(severity, fileProblem ?? problem?.text, words)}
        ${problem?.isFixable ? renderFix(field, words, actions) : nothing}
        ${problem?.quote === undefined ? nothing : html`<span class="said">${words.answered} <q>${problem.quote}</q></span>`}
      </div>
    </div>
  `;
}

function renderHint({ example, help, docs, label }: FieldState, id: string, words: Words): TemplateResult {
  // The example is set apart from the sentence around it.
  const [before, after] = words.example('\0').split('\0');
  return html`<p class="hint" part="hint" id="${id}-hint">${help === undefined ? nothing : html`<span>${help}</span>`}${
    example === undefined ? nothing : html`<span>${before}<bdi>${example}</bdi>${after}</span>`
  }${
    docs === undefined
      ? nothing
      : html`<a href=${docs} target="_blank" rel="noopener noreferrer">${words.docs}<span class="vh"> (${label})</span></a>`
  }</p>`;
}

function renderText(severity: Problem['severity'], text: string | undefined, words: Words): TemplateResult {
  return html`<span class="vh">${severity === 'error' ? words.error : words.warning}: </span>${text}`;
}

function renderFix(field: FieldState, words: Words, actions: FieldActions): TemplateResult {
  return html`<button class="fix" part="fix" type="button" ?disabled=${actions.isDisabled} @click=${() => actions.fix(field)}>
    ${words.fix}<span class="vh"> ${field.label}</span>
  </button>`;
}
