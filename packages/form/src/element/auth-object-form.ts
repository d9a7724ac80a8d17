/** The class of `<auth-object-form slug="netsuite">`. */
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { EndpointAnswer, Form, FormRequest, FormState, ResponseLike } from '../form/api.ts';
import { createForm } from '../form/create-form.ts';
import type { AuthStructure } from '../library/engine.ts';
import type { Words } from '../words/words.ts';
import { Announcer } from './announcer.ts';
import type { ElementContext } from './context.ts';
import { FieldActions } from './field-actions.ts';
import { FormAssociatedElement } from './form-associated.ts';
import { MoreOptions } from './more-options.ts';
import { OuterForm } from './outer-form.ts';
import { styles } from './styles/styles.ts';
import { Summary } from './summary.ts';
import { fieldId } from './template/field-id.ts';
import { renderForm } from './template/form.ts';
import { VisibleSecrets } from './visible-secrets.ts';

/** The `detail` of `auth-object-change`. It holds no value and no part of one. */
export interface ChangeDetail {
  readonly slug: string;
  readonly authType: string;
  /** The edited field. Absent if the auth type or the set changed, or the form was reset. */
  readonly field?: string;
  readonly isEmpty: boolean;
  readonly isComplete: boolean;
}

/**
 * A credential form as an element.
 *
 * @fires auth-object-submit when the values are checked; `detail` is the request.
 * @fires auth-object-change after every edit; `detail` is a `ChangeDetail`.
 */
export class AuthObjectFormElement extends FormAssociatedElement {
  static override styles = styles;
  static override properties: PropertyDeclarations = {
    slug: { reflect: true },
    authType: { attribute: 'auth-type' },
    locale: {},
    busy: { type: Boolean, reflect: true },
    values: { attribute: false },
    words: { attribute: false },
    schemas: { attribute: false },
  };

  /** The app, for example `netsuite`. */
  declare slug: string;
  /** The auth type to select first. */
  declare authType: string | undefined;
  /** The language; by default that of the page's `lang`. */
  declare locale: string | undefined;
  /** Set it while the request is on its way. The button shows it, and nothing is sent twice. */
  declare busy: boolean;
  /** The first values of the fields, by name. Read when the form starts and at a reset. */
  declare values: Readonly<Record<string, string>> | undefined;
  /** Texts that replace those of the language. Read when the form starts. */
  declare words: Partial<Words> | undefined;
  /** Live auth structures by slug. Read when the form starts. */
  declare schemas: Readonly<Record<string, AuthStructure>> | undefined;

  readonly #context: ElementContext = {
    element: this,
    getForm: () => this.#getForm(),
    getControl: (field) => this.controlOf(field),
    isDisabled: () => this.isDisabled,
    reportChange: (field) => this.#reportChange(field),
  };
  readonly #announcer = new Announcer(this);
  readonly #secrets = new VisibleSecrets(this);
  readonly #actions = new FieldActions(this.#context, this.#announcer, this.#secrets);
  readonly #more = new MoreOptions();
  readonly #summary = new Summary(this.#context, this.#more);
  readonly #outer = new OuterForm(this.#context, (submitter) => void this.#submit(submitter));
  #form: Form | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor() {
    super();
    this.slug = '';
    this.busy = false;
  }

  get value(): FormRequest {
    return this.#getForm().getRequest();
  }

  get state(): FormState {
    return this.#getForm().getState();
  }

  /** Checks all fields and fires `auth-object-submit` if they are fine. @returns whether they are. */
  async submit(): Promise<boolean> {
    return this.#submit();
  }

  /** Restores the first values and choices. */
  reset(): void {
    this.formResetCallback();
  }

  /** Takes the endpoint's answer and shows it in the form: `element.setAnswer(await fetch(…))`. */
  async setAnswer(answer: EndpointAnswer | ResponseLike): Promise<void> {
    const form = this.#getForm();
    this.busy = false;
    await form.setAnswer(answer);
    if (!form.getState().isConnected) await this.#summary.show();
  }

  /** Like `checkValidity`, and shows the problems as a submit does. */
  reportValidity(): boolean {
    const isValid = this.checkValidity();
    if (!isValid) void this.#check();
    return isValid;
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot?.querySelector<HTMLElement>('input, select, textarea, button')?.focus(options);
  }

  formResetCallback(): void {
    this.#clearView();
    // A form that starts later reads the first values anyway.
    if (this.#form === undefined) return;
    this.#restart();
    this.#reportChange();
  }

  #getForm(): Form {
    if (this.#form === undefined) this.#restart();
    return this.#form as Form;
  }

  #restart(values = this.values): void {
    this.#unsubscribe?.();
    const { slug, authType, words, schemas } = this;
    const locale = this.locale ?? (this.closest<HTMLElement>('[lang]') ?? document.documentElement).lang;
    const form = createForm({ slug, authType, locale, values, words, schemas });
    this.#form = form;
    this.#outer.revoke();
    this.#more.reset(form.getState().fields);
    this.#unsubscribe = form.subscribe(() => this.#refresh());
    form.ready.catch(() => undefined);
    this.#refresh();
  }

  #refresh(): void {
    this.updateInternals();
    this.requestUpdate();
  }

  /** Clears what the element shows beside the state of the form. */
  #clearView(): void {
    this.#summary.clear();
    this.#actions.clearFileProblems();
    this.#secrets.hideAll();
  }

  #reportChange(field?: string): void {
    this.#outer.revoke();
    const { slug, authType, isEmpty, isComplete } = this.state;
    const detail: ChangeDetail = { slug, authType, ...(field === undefined ? {} : { field }), isEmpty, isComplete };
    this.dispatchEvent(new CustomEvent('auth-object-change', { detail }));
  }

  /** @returns the request if it may be sent; otherwise shows why not. */
  async #check(): Promise<FormRequest | undefined> {
    if (this.busy || this.isDisabled) return undefined;
    this.#secrets.hideAll();
    this.#announcer.cancel();
    const form = this.#getForm();
    const result = await form.submit();
    if (form !== this.#form) return undefined;
    if (!result.ok) {
      await this.#summary.show();
      return undefined;
    }
    this.#summary.clear();
    this.#outer.approve();
    return result.request;
  }

  async #submit(submitter?: HTMLElement | null): Promise<boolean> {
    const request = await this.#check();
    if (request === undefined) return false;
    const event = new CustomEvent('auth-object-submit', { detail: request, cancelable: true });
    // A form ignores a submit during another one's event: send it after that.
    if (this.dispatchEvent(event)) setTimeout(() => this.#outer.send(submitter));
    return true;
  }

  protected override controlOf(field: string): HTMLElement | null {
    // There is no shadow root before the first render.
    return (this.renderRoot as ShadowRoot | undefined)?.getElementById?.(fieldId(field)) ?? null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.#form === undefined || changed.has('slug')) {
      this.#clearView();
      this.#restart();
    } else if (changed.has('locale')) {
      this.#restart(Object.fromEntries(this.state.fields.map(({ name, value }) => [name, value])));
    } else if (changed.has('authType') && this.authType !== undefined) {
      this.#form.setAuthType(this.authType);
    }
    if (changed.has('name')) this.updateInternals();
  }

  protected override render(): TemplateResult {
    const { setAuthType, setSet } = this.#getForm();
    return renderForm({
      state: this.state,
      summary: this.#summary,
      more: this.#more,
      actions: this.#actions,
      isBusy: this.busy,
      hasButton: this.form === null,
      announcement: this.#announcer.text,
      selectAuthType: (id) => this.#select(setAuthType, id),
      selectSet: (id) => this.#select(setSet, id),
      onSubmit: this.#onSubmit,
      onKeyDown: this.#outer.onKeyDown,
    });
  }

  #select(select: (id: string) => void, id: string): void {
    this.#summary.clear();
    select(id);
    this.#more.reset(this.state.fields);
    this.#reportChange();
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#submit();
  };
}
