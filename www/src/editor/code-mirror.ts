/** CodeMirror with the extensions for a short request. It loads after the page works. */
import { printable } from '@auth-object/reference';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorSelection, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly text: string;
}

export interface EditorOptions {
  readonly text: string;
  readonly label: string;
  readonly selection: readonly [number, number];
  readonly onChange: () => void;
}

export interface Editor {
  getText(): string;
  setText(text: string): void;
  setMarks(marks: readonly Mark[]): void;
  select(from: number, to: number): void;
  focus(): void;
}

/** Colours come from the page's own properties, which a shadow root inherits. */
const theme = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'var(--surface)', fontSize: 'var(--code-size)', height: '100%' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--accent)', padding: '12px 0' },
  '.cm-specialChar': { color: 'var(--danger)' },
  '.cm-gutters': { color: 'var(--muted)', backgroundColor: 'var(--surface)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 6px 0 12px', minWidth: '32px' },
  '&.cm-focused .cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--selection)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--selection)' },
  '.cm-lintRange-error, .cm-lintRange-warning, .cm-lintRange-hint': {
    backgroundImage: 'none',
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
    textDecorationThickness: '1.5px',
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
  '.cm-lintRange-error': { textDecorationColor: 'var(--danger)' },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--warning)' },
  '.cm-lintRange-hint': { textDecorationColor: 'var(--accent)' },
  '.cm-tooltip': {
    color: 'var(--text)',
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--border)',
    borderRadius: '8px',
  },
  '.cm-diagnostic': { padding: '6px 10px', fontFamily: 'var(--sans)', maxWidth: '32rem' },
});

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--code-key)' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
]);

/**
 * Invisible characters and bidirectional controls that CodeMirror displays as they are; joiners only beside ASCII or
 * another one, because between the letters of a word they belong to it.
 */
const MORE_SPECIAL =
  /[\u180e\u202a-\u202c\u2060-\u2064\u2068\u206a-\u206f]|[\u200c\u200d](?=[\p{ASCII}\p{Cf}])|(?<=[\p{ASCII}\p{Cf}])[\u200c\u200d]/u;

/** Displays an invisible character as `\u202e`: text in reverse could hide what is sent. */
function escapeOf(code: number, description: string | null): HTMLElement {
  const span = document.createElement('span');
  span.className = 'cm-specialChar';
  span.title = description ?? 'Invisible character';
  span.textContent = printable(String.fromCodePoint(code));
  return span;
}

export function createEditor(root: ShadowRoot, { text, label, selection, onChange }: EditorOptions): Editor {
  let isSetting = false;
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      selection: { anchor: Math.min(selection[0], text.length), head: Math.min(selection[1], text.length) },
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightSpecialChars({ addSpecialChars: MORE_SPECIAL, render: escapeOf }),
        bracketMatching(),
        json(),
        syntaxHighlighting(colours),
        lintGutter(),
        EditorView.lineWrapping,
        // Without a binding for Tab, so that the keyboard can leave the editor.
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({
          'aria-label': label,
          spellcheck: 'false',
          autocapitalize: 'none',
          autocorrect: 'off',
          translate: 'no',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !isSetting) onChange();
        }),
        theme,
      ],
    }),
  });
  return {
    getText: () => view.state.doc.toString(),
    setText(next) {
      isSetting = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
      isSetting = false;
    },
    setMarks(marks) {
      const length = view.state.doc.length;
      const diagnostics: Diagnostic[] = marks
        .filter(({ from, to }) => from <= to && to <= length)
        .map((mark) => ({ from: mark.from, to: mark.to, severity: mark.severity, message: mark.text }));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    select(from, to) {
      const length = view.state.doc.length;
      const range = EditorSelection.range(Math.min(from, length), Math.min(to, length));
      view.dispatch({ selection: range, effects: EditorView.scrollIntoView(range, { y: 'center' }) });
      view.focus();
    },
    focus: () => view.focus(),
  };
}
