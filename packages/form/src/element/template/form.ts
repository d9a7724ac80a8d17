/** The whole form as a Lit template. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FormState } from '../../form/api.ts';
import type { FieldActions } from '../field-actions.ts';
import type { MoreOptions } from '../more-options.ts';
import type { Summary } from '../summary.ts';
import { renderChoices } from './choices.ts';
import { renderField } from './field.ts';
import { renderFieldList } from './field-list.ts';

/** What the form is rendered from. */
export interface FormView {
  readonly state: FormState;
  readonly summary: Summary;
  readonly more: MoreOptions;
  readonly actions: FieldActions;
  readonly isBusy: boolean;
  /** Whether the form has a button; in a form of the page it has none. */
  readonly hasButton: boolean;
  /** The text to read out. */
  readonly announcement: string;
  readonly selectAuthType: (id: string) => void;
  readonly selectSet: (id: string) => void;
  readonly onSubmit: (event: Event) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function renderForm(view: FormView): TemplateResult {
  const { state, actions } = view;
  const { status, words, brand } = state;
  if (status === 'loading') return html`<p class="hint" role="status">${words.loading}…</p>`;
  if (status === 'unknown_app') return html`<p class="box error" role="alert">${words.unknownApp(brand)}</p>`;
  const fields = state.fields.filter(({ more }) => !more);
  const more = state.fields.filter((field) => field.more).map((field) => renderField(field, words, actions));
  return html`
    <form
      part="form"
      novalidate
      aria-busy=${view.isBusy}
      @submit=${view.onSubmit}
      @keydown=${view.onKeyDown}
      @input=${stopPropagation}
      @beforeinput=${stopPropagation}
      @paste=${stopPropagation}
    >
      ${state.isConnected ? renderSuccess(state) : view.summary.render(state)}
      ${renderChoices({
        ...{ name: 'auth-type', legend: words.authType, choices: state.authTypes, selected: state.authType },
        ...{ isDisabled: actions.isDisabled, onSelect: view.selectAuthType },
      })}
      ${renderChoices({
        ...{ name: 'set', legend: words.set, choices: state.sets, selected: state.set },
        ...{ isDisabled: actions.isDisabled, onSelect: view.selectSet },
      })}
      ${renderDocs(state)} ${renderFieldList(fields, words, actions)} ${view.more.render(words.more, more)}
      <div class="actions" part="actions">${renderButton(view)}<slot name="actions"></slot></div>
      <div class="vh" role="status">${view.announcement}</div>
    </form>
  `;
}

function renderDocs({ words, brand, docs }: FormState): TemplateResult | typeof nothing {
  if (docs === undefined) return nothing;
  return html`<p class="hint docs" part="docs">
    <a href=${docs} target="_blank" rel="noopener noreferrer">${words.appDocs(brand)}</a>
  </p>`;
}

function renderSuccess({ words, brand }: FormState): TemplateResult {
  return html`<div class="box success" part="success" role="status">${words.connected(brand)}</div>`;
}

function renderButton({ state, isBusy, hasButton, actions }: FormView): TemplateResult | typeof nothing {
  if (!hasButton) return nothing;
  const { words, brand, canSubmitAnyway } = state;
  return html`<button class="submit" part="submit" type="submit" ?disabled=${isBusy || actions.isDisabled}>
    ${isBusy ? html`<span class="spinner"></span>` : nothing}${canSubmitAnyway ? words.submitAnyway : words.submit(brand)}
  </button>`;
}

/** Keeps typed characters from listeners of the page. */
function stopPropagation(event: Event): void {
  event.stopPropagation();
}
