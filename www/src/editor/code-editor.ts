/**
 * `<code-editor>`: CodeMirror in a shadow root, where the page's policy permits its styles. Until it has loaded,
 * the `<textarea>` inside is the editor; it works without JavaScript.
 */
import type { Editor, Mark } from './code-mirror.ts';

export type { Mark } from './code-mirror.ts';

export class CodeEditorElement extends HTMLElement {
  #editor: Editor | undefined;
  #marks: readonly Mark[] = [];
  #loading: Promise<void> | undefined;

  connectedCallback(): void {
    this.#textarea?.addEventListener('input', () => this.#changed());
  }

  get #textarea(): HTMLTextAreaElement | null {
    return this.querySelector('textarea');
  }

  get value(): string {
    return this.#editor?.getText() ?? this.#textarea?.value ?? '';
  }

  /** Replaces the text, as one step for the editor's undo. */
  set value(text: string) {
    if (text === this.value) return;
    if (this.#editor) this.#editor.setText(text);
    else if (this.#textarea) this.#textarea.value = text;
  }

  set marks(marks: readonly Mark[]) {
    this.#marks = marks;
    this.#editor?.setMarks(marks);
  }

  /** Selects a range and scrolls to it. */
  select(from: number, to: number): void {
    if (this.#editor) {
      this.#editor.select(from, to);
      return;
    }
    const textarea = this.#textarea;
    textarea?.focus();
    textarea?.setSelectionRange(from, to);
  }

  /** Loads CodeMirror; the text, the cursor and the focus stay. */
  upgrade(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<void> {
    const { createEditor } = await import('./code-mirror.ts');
    const textarea = this.#textarea;
    if (textarea === null || !this.isConnected) return;
    const hasFocus = this.ownerDocument.activeElement === textarea;
    const root = this.attachShadow({ mode: 'open' });
    this.#editor = createEditor(root, {
      text: textarea.value,
      label: textarea.getAttribute('aria-label') ?? 'Request',
      selection: [textarea.selectionStart, textarea.selectionEnd],
      onChange: () => this.#changed(),
    });
    this.#editor.setMarks(this.#marks);
    textarea.remove();
    this.dataset.editor = 'codemirror';
    if (hasFocus) this.#editor.focus();
  }

  #changed(): void {
    this.dispatchEvent(new CustomEvent('code-change'));
  }
}

customElements.define('code-editor', CodeEditorElement);

declare global {
  interface HTMLElementTagNameMap {
    'code-editor': CodeEditorElement;
  }
}
