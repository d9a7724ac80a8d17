/** What the person does at a field: type, leave, show, fix, choose a file. */
import type { FieldState, Form, Problem } from '../form/api.ts';
import type { Announcer } from './announcer.ts';
import type { ElementContext } from './context.ts';
import { readKeyFile } from './key-file.ts';
import { PointerRelease } from './pointer-release.ts';
import type { VisibleSecrets } from './visible-secrets.ts';

export class FieldActions {
  readonly #context: ElementContext;
  readonly #announcer: Announcer;
  readonly #secrets: VisibleSecrets;
  readonly #pointer: PointerRelease;
  readonly #fileProblems = new Map<string, string>();

  constructor(context: ElementContext, announcer: Announcer, secrets: VisibleSecrets) {
    this.#context = context;
    this.#announcer = announcer;
    this.#secrets = secrets;
    this.#pointer = new PointerRelease(context.element);
  }

  get isDisabled(): boolean {
    return this.#context.isDisabled();
  }

  /** Whether the value of the field is masked. */
  isMasked({ name, secret }: FieldState): boolean {
    return secret === true && !this.#secrets.has(name);
  }

  /** Why the file chosen for the field was rejected. */
  fileProblem(field: string): string | undefined {
    return this.#fileProblems.get(field);
  }

  clearFileProblems(): void {
    this.#fileProblems.clear();
  }

  toggleMask(field: FieldState): void {
    const { words } = this.#context.getForm().getState();
    this.#secrets.toggle(field.name);
    this.#announcer.announce(this.isMasked(field) ? words.isHidden(field.label) : words.isShown(field.label));
  }

  async takeFile(field: FieldState, file: File | null | undefined): Promise<void> {
    if (!file) return;
    const { words } = this.#context.getForm().getState();
    const key = await readKeyFile(file);
    if (key === undefined) {
      this.#fileProblems.set(field.name, words.notText);
      this.#announcer.announce(words.notText);
      return;
    }
    this.input(field.name, key);
    await this.leave(field.name);
  }

  input(field: string, value: string): void {
    const form = this.#context.getForm();
    this.#fileProblems.delete(field);
    form.setValue(field, value);
    this.#context.reportChange(field);
    // After the first submit, problems come and go with each keystroke.
    this.#announcer.announceAfterPause(() =>
      form.getState().isSubmitted ? (problemOf(form, field)?.text ?? '') : undefined,
    );
  }

  async leave(field: string): Promise<void> {
    const form = this.#context.getForm();
    // The offer of a fix may move a button that the person is pressing.
    await this.#pointer.wait();
    await form.leave(field);
    const problem = problemOf(form, field);
    if (problem?.isFixable && !form.getState().isSubmitted) this.#announcer.announce(problem.text);
  }

  async fix({ name, label }: FieldState): Promise<void> {
    const form = this.#context.getForm();
    await form.applyFix(name);
    this.#context.reportChange(name);
    await this.#context.element.updateComplete;
    // The button that had the focus is gone.
    this.#context.getControl(name)?.focus();
    this.#announcer.announce(form.getState().words.isFixed(label));
    await form.leave(name);
  }
}

function problemOf(form: Form, field: string): Problem | undefined {
  return form.getState().fields.find(({ name }) => name === field)?.problem;
}
