/** `<auth-object-form slug="netsuite">`: a credential form as an element. Importing this module defines it. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { EndpointAnswer, ResponseLike } from './answer.js';
import { type FieldHost, renderField } from './element/field.js';
import { styles } from './element/styles.js';
import type { AuthStructure } from './engine.js';
import { createForm } from './form.js';
import type { FieldState, Form, FormRequest, FormState, Problem } from './state.js';
import type { Words } from './words/words.js';

/** What `auth-object-change` says: no value, and no part of one. */
export interface ChangeDetail {
  readonly slug: string;
  readonly authType: string;
  /** The field that was edited; absent if another auth type or set was chosen, or the form was reset. */
  readonly field?: string;
  readonly isEmpty: boolean;
  readonly isComplete: boolean;
}

/** A larger file is no key. */
const MAX_FILE_BYTES = 65_536;
/** How long the person must have stopped typing before a problem is read out. */
const QUIET_MS = 800;

export class AuthObjectFormElement extends LitElement implements FieldHost {
  static readonly formAssociated = true;
  static override styles = styles;
  static override properties = {
    slug: { reflect: true },
    authType: { attribute: 'auth-type' },
    locale: {},
    name: { reflect: true },
    disabled: { type: Boolean, reflect: true },
    busy: { type: Boolean, reflect: true },
    values: { attribute: false },
    words: { attribute: false },
    schemas: { attribute: false },
  };

  /** The app: `netsuite`. */
  declare slug: string;
  /** The auth type that is chosen first. */
  declare authType: string | undefined;
  /** The language; by default the one of the page's `lang`. */
  declare locale: string | undefined;
  /** The name of the form's entry in `FormData`: the request as JSON text. */
  declare name: string | undefined;
  declare disabled: boolean;
  /** Set it while the request is on its way: the button shows that, and nothing is sent twice. */
  declare busy: boolean;
  /** What the fields hold first; read when the form starts and at a reset. */
  declare values: Readonly<Record<string, string>> | undefined;
  /** Words of your own; read when the form starts. */
  declare words: Partial<Words> | undefined;
  /** Live auth structures by slug; read when the form starts. */
  declare schemas: Readonly<Record<string, AuthStructure>> | undefined;

  readonly #internals = this.attachInternals();
  #form: Form | undefined;
  #stop: (() => void) | undefined;
  #isDisabledByForm = false;
  readonly #visible = new Set<string>();
  readonly #fileProblems = new Map<string, string>();
  /** The fields that the last failed submit listed; what is wrong elsewhere by now is shown at its field only. */
  #summary: ReadonlySet<string> = new Set();
  #isMoreOpen = false;
  #status = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the values were checked and may pass through the outer form; until the next edit. */
  #isCleared = false;
  /** Whether the person is pressing the outer form's button right now. */
  #isPressed = false;
  #isPointerDown = false;
  #release: (() => void) | undefined;

  constructor() {
    super();
    this.slug = '';
    this.disabled = false;
    this.busy = false;
    this.addEventListener('invalid', this.#onInvalid);
  }

  /** The form that this element belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get validity(): ValidityState {
    this.#start();
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  checkValidity(): boolean {
    this.#start();
    return this.#internals.checkValidity();
  }

  /** Shows what is wrong, as a submit would. */
  reportValidity(): boolean {
    const isValid = this.checkValidity();
    if (!isValid) void this.#submit(false);
    return isValid;
  }

  /** The request as it is now, unchecked; blank fields are left out. */
  get value(): FormRequest {
    return this.#start().getRequest();
  }

  /** What the form shows: fields, values, problems. */
  get state(): FormState {
    return this.#start().getState();
  }

  /** Checks everything, and fires `auth-object-submit` if all is well. */
  async submit(): Promise<boolean> {
    return this.#submit(true);
  }

  reset(): void {
    this.formResetCallback();
  }

  /** Hands over the endpoint's answer, to be shown in the form: `await element.setAnswer(await fetch(…))`. */
  async setAnswer(answer: EndpointAnswer | ResponseLike): Promise<void> {
    const form = this.#start();
    this.busy = false;
    await form.setAnswer(answer);
    if (!form.getState().isConnected) await this.#showSummary();
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot?.querySelector<HTMLElement>('input, select, textarea, button')?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pointerdown', this.#onPointer, true);
    window.addEventListener('pointerup', this.#onPointer, true);
    window.addEventListener('pointercancel', this.#onPointer, true);
    window.addEventListener('submit', this.#onOuterSubmit, true);
    window.addEventListener('submit', this.#onOuterSubmitted);
    window.addEventListener('click', this.#onOuterClick, true);
    window.addEventListener('pageshow', this.#hideAll);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pointerdown', this.#onPointer, true);
    window.removeEventListener('pointerup', this.#onPointer, true);
    window.removeEventListener('pointercancel', this.#onPointer, true);
    window.removeEventListener('submit', this.#onOuterSubmit, true);
    window.removeEventListener('submit', this.#onOuterSubmitted);
    window.removeEventListener('click', this.#onOuterClick, true);
    window.removeEventListener('pageshow', this.#hideAll);
    clearTimeout(this.#timer);
    this.#hideAll();
  }

  formAssociatedCallback(): void {
    this.requestUpdate();
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.#isDisabledByForm = isDisabled;
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.#summary = new Set();
    this.#fileProblems.clear();
    this.#hideAll();
    // Before the first render there is nothing to reset; the first values are read when the form starts.
    if (this.#form === undefined) return;
    this.#restart();
    this.#changed();
  }

  // FieldHost

  get isDisabled(): boolean {
    return this.disabled || this.#isDisabledByForm;
  }

  isVisible(field: string): boolean {
    return this.#visible.has(field);
  }

  toggle(field: FieldState): void {
    const { words } = this.#start().getState();
    if (!this.#visible.delete(field.name)) this.#visible.add(field.name);
    this.#say(this.isVisible(field.name) ? words.isShown(field.label) : words.isHidden(field.label));
    this.requestUpdate();
  }

  fileProblem(field: string): string | undefined {
    return this.#fileProblems.get(field);
  }

  takeFile(field: FieldState, file: File | null | undefined): void {
    if (file) void this.#readFile(field, file);
  }

  async #readFile(field: FieldState, file: File): Promise<void> {
    const form = this.#start();
    const { words } = form.getState();
    const text = file.size > MAX_FILE_BYTES ? '\0' : await file.text().catch(() => '\0');
    // A key in binary form, or something else altogether.
    if (/[\0\uFFFD]/.test(text)) {
      this.#fileProblems.set(field.name, words.notText);
      this.#say(words.notText);
      this.requestUpdate();
      return;
    }
    this.input(field.name, text.replaceAll(/\r\n?/g, '\n'));
    this.leave(field.name);
  }

  input(field: string, value: string): void {
    this.#fileProblems.delete(field);
    this.#start().setValue(field, value);
    this.#changed(field);
    this.#sayProblemSoon(field);
  }

  leave(field: string): void {
    const form = this.#start();
    // An offer may move what is below it: not while the person is pressing a button there.
    const released = this.#isPointerDown ? new Promise<void>((resolve) => (this.#release = resolve)) : undefined;
    void Promise.resolve(released)
      .then(() => form.leave(field))
      .then(() => {
        const problem = problemOf(form, field);
        if (problem?.isFixable && !form.getState().isSubmitted) this.#say(problem.text);
      });
  }

  fix(field: FieldState): void {
    const form = this.#start();
    const { words } = form.getState();
    void form.applyFix(field.name).then(async () => {
      this.#changed(field.name);
      await this.updateComplete;
      // The button is gone; whatever is left to say of the value is said at its field.
      this.#control(field.name)?.focus();
      this.#say(words.isFixed(field.label));
      await form.leave(field.name);
    });
  }

  // The form behind the element

  /** The form; starts it, so that it can be asked before the first render. */
  #start(): Form {
    if (this.#form === undefined) this.#restart();
    return this.#form as Form;
  }

  #restart(values = this.values): void {
    this.#stop?.();
    const form = createForm({
      slug: this.slug,
      authType: this.authType,
      locale: this.locale ?? (this.closest<HTMLElement>('[lang]') ?? document.documentElement).lang,
      values,
      words: this.words,
      schemas: this.schemas,
    });
    this.#form = form;
    this.#isCleared = false;
    this.#openMore();
    this.#stop = form.subscribe(() => this.#refresh());
    form.ready.catch(() => undefined);
    this.#refresh();
  }

  /** A value that is sent is not out of sight. */
  #openMore(): void {
    this.#isMoreOpen = this.#start()
      .getState()
      .fields.some(({ more, value }) => more === true && value !== '');
  }

  #refresh(): void {
    this.#report();
    this.requestUpdate();
  }

  /** Tells the outer form. The second argument of `setFormValue` keeps what is typed out of the session history. */
  #report(): void {
    const state = this.#start().getState();
    let entries: FormData | null = null;
    if (this.name) {
      entries = new FormData();
      entries.set(this.name, JSON.stringify(this.value));
    }
    this.#internals.setFormValue(entries, null);
    const error = state.problems.find(({ severity }) => severity === 'error');
    const anchor = this.#control(error?.field ?? state.fields[0]?.name ?? '') ?? undefined;
    const missing = state.fields.find(({ required, value }) => required && value.trim() === '') ?? state.fields[0];
    if (error !== undefined) this.#internals.setValidity({ customError: true }, error.text, anchor);
    else if (state.isComplete || state.canSubmitAnyway) this.#internals.setValidity({});
    else {
      const text = missing === undefined ? state.words.loading : state.words.enter(missing.label);
      this.#internals.setValidity({ valueMissing: true }, text, anchor);
    }
    this.#internals.states?.[state.isSubmitted && error !== undefined ? 'add' : 'delete']('user-invalid');
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.#form === undefined || changed.has('slug')) {
      this.#summary = new Set();
      this.#fileProblems.clear();
      this.#visible.clear();
      this.#restart();
    } else if (changed.has('locale')) {
      this.#restart(currentValues(this.#form));
    } else if (changed.has('authType') && this.authType !== undefined) {
      this.#form.setAuthType(this.authType);
    }
    if (changed.has('name')) this.#report();
  }

  #changed(field?: string): void {
    this.#isCleared = false;
    const { slug, authType, isEmpty, isComplete } = this.#start().getState();
    const detail: ChangeDetail = { slug, authType, ...(field === undefined ? {} : { field }), isEmpty, isComplete };
    this.dispatchEvent(new CustomEvent('auth-object-change', { detail }));
  }

  #control(field: string): HTMLElement | null {
    return (this.renderRoot as ShadowRoot | undefined)?.getElementById?.(`field-${field}`) ?? null;
  }

  #hideAll = (): void => {
    if (this.#visible.size === 0) return;
    this.#visible.clear();
    this.requestUpdate();
  };

  #say(text: string): void {
    this.#status = text;
    this.requestUpdate();
  }

  /** After the first submit a field's problem comes and goes as the person types; it is read out when they pause. */
  #sayProblemSoon(field: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const form = this.#start();
      if (form.getState().isSubmitted) this.#say(problemOf(form, field)?.text ?? '');
    }, QUIET_MS);
  }

  // Submit

  async #submit(isSent: boolean, submitter?: HTMLElement | null): Promise<boolean> {
    if (this.busy || this.isDisabled) return false;
    this.#hideAll();
    clearTimeout(this.#timer);
    const form = this.#start();
    const result = await form.submit();
    if (form !== this.#form) return false;
    if (!result.ok) {
      await this.#showSummary();
      return false;
    }
    this.#summary = new Set();
    this.#isCleared = true;
    if (!isSent) return true;
    const event = new CustomEvent('auth-object-submit', { detail: result.request, cancelable: true });
    // A form that is being submitted takes no second submit: wait for the end of the event that was held.
    if (this.dispatchEvent(event)) setTimeout(() => this.#sendOuter(submitter));
    return true;
  }

  #sendOuter(submitter?: HTMLElement | null): void {
    const outer = this.form;
    if (outer === null || !this.#isCleared) return;
    // A submitter that has gone meanwhile would throw.
    if (submitter && (submitter as HTMLButtonElement).form === outer) outer.requestSubmit(submitter);
    else outer.requestSubmit();
  }

  async #showSummary(): Promise<void> {
    const { problems } = this.#start().getState();
    this.#summary = new Set(problems.map(({ field }) => field ?? ''));
    if (problems.some(({ field }) => this.#isMore(field))) this.#isMoreOpen = true;
    this.requestUpdate();
    await this.updateComplete;
    const summary = this.renderRoot.querySelector<HTMLElement>('[part=summary]');
    summary?.focus();
    summary?.scrollIntoView({ block: 'nearest' });
  }

  #isMore(name: string | undefined): boolean {
    return this.#start()
      .getState()
      .fields.some((field) => field.name === name && field.more === true);
  }

  /** The outer form is about to be sent: hold it until the values are checked. */
  #onOuterSubmit = (event: SubmitEvent): void => {
    if (this.form === null || event.target !== this.form || this.#isCleared || this.isDisabled) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.#submit(true, event.submitter);
  };

  #onOuterSubmitted = (event: SubmitEvent): void => {
    if (event.target === this.form) this.#isCleared = false;
  };

  #onOuterClick = (event: MouseEvent): void => {
    const button = (event.target as Element | null)?.closest?.('button, input');
    const isSubmit = button !== null && (button as HTMLButtonElement | undefined)?.type === 'submit';
    if (isSubmit && this.form !== null && (button as HTMLButtonElement).form === this.form) this.#press();
  };

  #onPointer = (event: Event): void => {
    this.#isPointerDown = event.type === 'pointerdown';
    // The click comes after this event.
    if (!this.#isPointerDown && this.#release) setTimeout(this.#release);
  };

  #press(): void {
    this.#isPressed = true;
    setTimeout(() => {
      this.#isPressed = false;
    });
  }

  /** The browser would show a bubble; the summary says more. A page that only asks is left alone. */
  #onInvalid = (event: Event): void => {
    if (!this.#isPressed) return;
    event.preventDefault();
    void this.#submit(true);
  };

  #onInnerSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#submit(true);
  };

  /** Without a button of our own, Enter presses the outer form's. */
  #onKeyDown = (event: KeyboardEvent): void => {
    const outer = this.form;
    const target = event.target as HTMLElement;
    if (event.key !== 'Enter' || event.isComposing || outer === null || !target.matches('input:not([type=file])'))
      return;
    event.preventDefault();
    this.#press();
    const button = Array.from(outer.elements).find((one) => one.matches('button:not([type]), [type=submit]'));
    outer.requestSubmit(button as HTMLElement | undefined);
  };

  /** Keystrokes of a credential are nobody else's: `auth-object-change` says what a page needs to know. */
  #keep = (event: Event): void => event.stopPropagation();

  // What is seen

  protected override render(): TemplateResult {
    const state = this.#start().getState();
    const { words } = state;
    if (state.status === 'loading') return html`<p class="hint" role="status">${words.loading}…</p>`;
    if (state.status === 'unknown_app')
      return html`<p class="box error" role="alert">${words.unknownApp(state.slug)}</p>`;
    const more = state.fields.filter((field) => field.more);
    const shown = state.fields.filter((field) => !field.more);
    return html`
      <form
        part="form"
        novalidate
        aria-busy=${this.busy}
        @submit=${this.#onInnerSubmit}
        @keydown=${this.#onKeyDown}
        @input=${this.#keep}
        @beforeinput=${this.#keep}
        @paste=${this.#keep}
      >
        ${this.#renderTop(state)}
        ${this.#renderChoices('auth-type', words.authType, state.authTypes, state.authType, (id) => this.#start().setAuthType(id))}
        ${this.#renderChoices('set', words.set, state.sets, state.set, (id) => this.#start().setSet(id))}
        ${this.#renderFields(shown, state)}
        ${
          more.length === 0
            ? nothing
            : html`<details part="more" .open=${live(this.#isMoreOpen)} @toggle=${this.#onToggle}>
                <summary>${words.more}</summary>
                ${more.map((field) => renderField(this, field, state))}
              </details>`
        }
        ${this.#renderActions(state)}
        <div class="vh" role="status">${this.#status}</div>
      </form>
    `;
  }

  #onToggle = (event: Event): void => {
    this.#isMoreOpen = (event.target as HTMLDetailsElement).open;
  };

  #renderFields(fields: readonly FieldState[], state: FormState): TemplateResult {
    const tokens = fields.filter(({ isOneOf }) => isOneOf);
    if (tokens.length < 2) return html`${fields.map((field) => renderField(this, field, state))}`;
    const before = fields.slice(0, fields.indexOf(tokens[0] as FieldState));
    const after = fields.filter((field) => !field.isOneOf && !before.includes(field));
    return html`${before.map((field) => renderField(this, field, state))}
      <div role="group" aria-label=${state.words.oneIsEnough}>
        <p class="hint one">${state.words.oneIsEnough}</p>
        ${tokens.map((field) => renderField(this, field, state))}
      </div>
      ${after.map((field) => renderField(this, field, state))}`;
  }

  #renderTop(state: FormState): TemplateResult | typeof nothing {
    const { words } = state;
    if (state.isConnected) {
      return html`<div class="box success" part="success" role="status">${words.connected(state.brand)}</div>`;
    }
    const listed = state.problems.filter(({ field }) => this.#summary.has(field ?? ''));
    if (listed.length === 0) return nothing;
    const isError = listed.some(({ severity }) => severity === 'error');
    return html`
      <div class="box ${isError ? 'error' : 'warning'}" part="summary" tabindex="-1">
        <div role="alert">
          <h2>${isError ? words.problems : words.warnings}</h2>
          <ul>
            ${listed.map((problem) => this.#renderListed(problem, state))}
          </ul>
        </div>
      </div>
    `;
  }

  #renderListed(problem: Problem, { words }: FormState): TemplateResult {
    const { field, label, quote } = problem;
    const text = label === undefined || problem.text.includes(label) ? problem.text : `${label}: ${problem.text}`;
    return html`<li>${
      field === undefined
        ? text
        : html`<a href="#field-${field}" @click=${(event: Event) => this.#goTo(event, field)}>${text}</a>`
    }${quote === undefined || field !== undefined ? nothing : html`<span class="said">${words.answered} <q>${quote}</q></span>`}</li>`;
  }

  /** A link to an id does not lead into a shadow root. The label is scrolled to, so that it is seen with its control. */
  async #goTo(event: Event, field: string): Promise<void> {
    event.preventDefault();
    if (this.#isMore(field)) {
      this.#isMoreOpen = true;
      this.requestUpdate();
      await this.updateComplete;
    }
    (this.renderRoot as ShadowRoot).getElementById(`field-${field}-label`)?.scrollIntoView({ block: 'nearest' });
    this.#control(field)?.focus({ preventScroll: true });
  }

  #renderChoices(
    name: string,
    legend: string,
    choices: readonly { id: string; title: string }[],
    chosen: string,
    choose: (id: string) => void,
  ): TemplateResult | typeof nothing {
    if (choices.length === 0) return nothing;
    const take = (id: string) => {
      this.#summary = new Set();
      choose(id);
      this.#openMore();
      this.#changed();
    };
    return html`
      <fieldset part="choices" ?disabled=${this.isDisabled}>
        <legend part="label">${legend}</legend>
        <div class="choices">
          ${choices.map(
            ({ id, title }) => html`<label class="choice" part="choice">
              <input type="radio" name=${name} value=${id} .checked=${id === chosen} @change=${() => take(id)} />
              <span>${title}</span>
            </label>`,
          )}
        </div>
      </fieldset>
    `;
  }

  #renderActions(state: FormState): TemplateResult {
    const { words, brand } = state;
    // In a form of the page, the page's button submits.
    const button =
      this.form !== null
        ? nothing
        : html`<button class="submit" part="submit" type="submit" ?disabled=${this.busy || this.isDisabled}>
            ${this.busy ? html`<span class="spinner"></span>` : nothing}${
              state.canSubmitAnyway ? words.submitAnyway : words.submit(brand)
            }
          </button>`;
    return html`<div class="actions" part="actions">${button}<slot name="actions"></slot></div>`;
  }
}

function problemOf(form: Form, field: string): Problem | undefined {
  return form.getState().fields.find(({ name }) => name === field)?.problem;
}

function currentValues(form: Form): Record<string, string> {
  return Object.fromEntries(form.getState().fields.map(({ name, value }) => [name, value]));
}

if (!customElements.get('auth-object-form')) customElements.define('auth-object-form', AuthObjectFormElement);

declare global {
  interface HTMLElementTagNameMap {
    'auth-object-form': AuthObjectFormElement;
  }
  interface HTMLElementEventMap {
    'auth-object-change': CustomEvent<ChangeDetail>;
    'auth-object-submit': CustomEvent<FormRequest>;
  }
}
