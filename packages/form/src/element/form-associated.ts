/** An element that is a control of the page's `<form>`: it has a value, a validity, and can be disabled. */
import { LitElement, type PropertyDeclarations } from 'lit';
import type { FormRequest, FormState } from '../form/api.ts';

export abstract class FormAssociatedElement extends LitElement {
  static readonly formAssociated = true;
  static override properties: PropertyDeclarations = {
    name: { reflect: true },
    disabled: { type: Boolean, reflect: true },
  };

  /** The name of the element's entry in `FormData`. The entry is the request as JSON. */
  declare name: string | undefined;
  declare disabled: boolean;

  readonly #internals = this.attachInternals();
  #isDisabledByForm = false;

  constructor() {
    super();
    this.disabled = false;
  }

  /** The request with the current values, unchecked. Blank fields are left out. */
  abstract get value(): FormRequest;

  /** What the form shows: fields, values, problems. */
  abstract get state(): FormState;

  /** The control where the browser shows a message about a field. */
  protected abstract controlOf(field: string): HTMLElement | null;

  /** The `<form>` of the page that the element belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get validity(): ValidityState {
    this.updateInternals();
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  checkValidity(): boolean {
    this.updateInternals();
    return this.#internals.checkValidity();
  }

  formAssociatedCallback(): void {
    this.requestUpdate();
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.#isDisabledByForm = isDisabled;
    this.requestUpdate();
  }

  /** Whether the element or a `<fieldset>` around it is disabled. */
  protected get isDisabled(): boolean {
    return this.disabled || this.#isDisabledByForm;
  }

  /** Reports the current value and validity to the page's form. */
  protected updateInternals(): void {
    const { state } = this;
    this.#setValue();
    this.#setValidity(state);
    const hasError = state.problems.some(({ severity }) => severity === 'error');
    // Old browsers have no custom states.
    this.#internals.states?.[state.isSubmitted && hasError ? 'add' : 'delete']('user-invalid');
  }

  #setValue(): void {
    let entries: FormData | null = null;
    if (this.name) {
      entries = new FormData();
      entries.set(this.name, JSON.stringify(this.value));
    }
    // `null` keeps the values out of the session history.
    this.#internals.setFormValue(entries, null);
  }

  #setValidity({ problems, fields, words, isComplete, canSubmitAnyway }: FormState): void {
    const error = problems.find(({ severity }) => severity === 'error');
    const anchor = this.controlOf(error?.field ?? fields[0]?.name ?? '') ?? undefined;
    if (error !== undefined) {
      this.#internals.setValidity({ customError: true }, error.text, anchor);
    } else if (isComplete || canSubmitAnyway) {
      this.#internals.setValidity({});
    } else {
      const missing = fields.find(({ required, value }) => required && value.trim() === '') ?? fields[0];
      const text = missing === undefined ? words.loading : words.enter(missing.label);
      this.#internals.setValidity({ valueMissing: true }, text, anchor);
    }
  }
}
