/** The summary above the form: the problems that the last submit found, each with a link to its field. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FormState, Problem } from '../form/api.ts';
import type { ElementContext } from './context.ts';
import type { MoreOptions } from './more-options.ts';
import { fieldId } from './template/field-id.ts';

export class Summary {
  readonly #context: ElementContext;
  readonly #more: MoreOptions;
  /** The fields that had a problem at the last submit. Later problems are shown at their fields only. */
  #fields: ReadonlySet<string> = new Set();

  constructor(context: ElementContext, more: MoreOptions) {
    this.#context = context;
    this.#more = more;
  }

  clear(): void {
    this.#fields = new Set();
  }

  /** Lists the current problems and moves the focus to the summary. */
  async show(): Promise<void> {
    const { element } = this.#context;
    const { problems, fields } = this.#context.getForm().getState();
    this.#fields = new Set(problems.map(({ field }) => field ?? ''));
    this.#more.openFor(this.#fields, fields);
    element.requestUpdate();
    await element.updateComplete;
    const summary = element.renderRoot.querySelector<HTMLElement>('[part=summary]');
    summary?.focus();
    summary?.scrollIntoView({ block: 'nearest' });
  }

  render({ problems, words }: FormState): TemplateResult | typeof nothing {
    const listed = problems.filter(({ field }) => this.#fields.has(field ?? ''));
    if (listed.length === 0) return nothing;
    const isError = listed.some(({ severity }) => severity === 'error');
    return html`
      <div class="box ${isError ? 'error' : 'warning'}" part="summary" tabindex="-1">
        <div role="alert">
          <h2>${isError ? words.problems : words.warnings}</h2>
          <ul>
            ${listed.map((problem) => html`<li>${this.#renderProblem(problem, words.answered)}</li>`)}
          </ul>
        </div>
      </div>
    `;
  }

  #renderProblem({ field, label, text, quote }: Problem, answered: string): TemplateResult {
    if (field !== undefined) {
      const labelled = label === undefined || text.includes(label) ? text : `${label}: ${text}`;
      return html`<a href="#${fieldId(field)}" @click=${(event: Event) => this.#goTo(event, field)}>${labelled}</a>`;
    }
    return html`${text}${quote === undefined ? nothing : html`<span class="said">${answered} <q>${quote}</q></span>`}`;
  }

  /** The browser cannot follow a link into a shadow root. Scrolls to the label, so that it is visible too. */
  async #goTo(event: Event, field: string): Promise<void> {
    event.preventDefault();
    const { element, getForm } = this.#context;
    this.#more.openFor(new Set([field]), getForm().getState().fields);
    element.requestUpdate();
    await element.updateComplete;
    (element.renderRoot as ShadowRoot).getElementById(`${fieldId(field)}-label`)?.scrollIntoView({ block: 'nearest' });
    this.#context.getControl(field)?.focus({ preventScroll: true });
  }
}
