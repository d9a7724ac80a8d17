/** The `<form>` of the page around the element: holds its submit until the values are checked. */
import type { ReactiveController } from 'lit';
import type { ElementContext } from './context.ts';

export class OuterForm implements ReactiveController {
  readonly #context: ElementContext;
  readonly #check: (submitter?: HTMLElement | null) => void;
  #isApproved = false;
  /** Whether a button of the outer form is being pressed. */
  #isPressed = false;

  /** @param check checks the values; if they are fine, it calls `approve` and `send`. */
  constructor(context: ElementContext, check: (submitter?: HTMLElement | null) => void) {
    this.#context = context;
    this.#check = check;
    context.element.addController(this);
  }

  hostConnected(): void {
    this.#context.element.addEventListener('invalid', this.#onInvalid);
    window.addEventListener('submit', this.#onSubmit, true);
    window.addEventListener('submit', this.#onSubmitted);
    window.addEventListener('click', this.#onClick, true);
  }

  hostDisconnected(): void {
    this.#context.element.removeEventListener('invalid', this.#onInvalid);
    window.removeEventListener('submit', this.#onSubmit, true);
    window.removeEventListener('submit', this.#onSubmitted);
    window.removeEventListener('click', this.#onClick, true);
  }

  /** The current values are checked: the outer form may be sent until the next edit. */
  approve(): void {
    this.#isApproved = true;
  }

  revoke(): void {
    this.#isApproved = false;
  }

  send(submitter?: HTMLElement | null): void {
    const form = this.#form;
    if (form === null || !this.#isApproved) return;
    // requestSubmit throws if the submitter was removed meanwhile.
    if (submitter && (submitter as HTMLButtonElement).form === form) form.requestSubmit(submitter);
    else form.requestSubmit();
  }

  /** In an outer form the element has no button, so that Enter presses a button of the outer form. */
  readonly onKeyDown = (event: KeyboardEvent): void => {
    const form = this.#form;
    const isEnter = event.key === 'Enter' && !event.isComposing;
    if (form === null || !isEnter || !(event.target as HTMLElement).matches('input:not([type=file])')) return;
    event.preventDefault();
    this.#press();
    const button = Array.from(form.elements).find((one) => one.matches('button:not([type]), [type=submit]'));
    form.requestSubmit(button as HTMLElement | undefined);
  };

  get #form(): HTMLFormElement | null {
    return this.#context.element.form;
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    const isOurs = this.#form !== null && event.target === this.#form;
    if (!isOurs || this.#isApproved || this.#context.isDisabled()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#check(event.submitter);
  };

  readonly #onSubmitted = (event: SubmitEvent): void => {
    if (event.target === this.#form) this.revoke();
  };

  readonly #onClick = (event: MouseEvent): void => {
    const button = (event.target as Element | null)?.closest?.<HTMLButtonElement>('button, input');
    if (button?.type === 'submit' && this.#form !== null && button.form === this.#form) this.#press();
  };

  #press(): void {
    this.#isPressed = true;
    setTimeout(() => {
      this.#isPressed = false;
    });
  }

  /** At a submit the summary replaces the browser's bubble. A page that only calls `checkValidity` shows no summary. */
  readonly #onInvalid = (event: Event): void => {
    if (!this.#isPressed) return;
    event.preventDefault();
    this.#check();
  };
}
