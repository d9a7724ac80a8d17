/** The Check page: joins the editor, the state, the view, and files. */
import { render } from 'lit';
import { copyText } from '../copy/copy.ts';
import { COPY_TARGETS } from '../copy/targets.ts';
import type { CodeEditorElement } from '../editor/code-editor.ts';
import '../editor/code-editor.ts';
import { registerLiveApps } from '../catalog/live-apps.ts';
import { asPlaceholders, inCode } from '../paste/expressions.ts';
import { LONGEST_REQUEST } from '../paste/size.ts';
import { tidy } from '../paste/tidy.ts';
import { readLink } from '../share/read-link.ts';
import { shareLink } from '../share/write-link.ts';
import { resultView } from './result-view.ts';
import { partsOf } from './rewrite.ts';
import { Check, type CheckState } from './state.ts';

/** The pause in typing after which the text is checked. A paste is checked at once. */
const TYPING_PAUSE_MS = 250;

const editor = document.querySelector('code-editor') as CodeEditorElement;
const results = document.getElementById('results') as HTMLElement;
const files = document.getElementById('file-results') as HTMLElement;
const copyBar = document.getElementById('copy-bar') as HTMLElement;
const layout = document.querySelector('.check') as HTMLElement;
const status = document.getElementById('status') as HTMLElement;
const check = new Check();
let timer: ReturnType<typeof setTimeout> | undefined;
let isPasted = false;
let isPrerendered = true;

registerLiveApps();
check.subscribe(show);
performance.mark('check-start');
await start();
performance.mark('first-verdict');
performance.measure('first verdict', 'check-start', 'first-verdict');
document.documentElement.dataset.ready = '';

async function start(): Promise<void> {
  if (!(await openLink())) await check.setText(editor.value);
}

/** Opens the request of a link. @returns whether the address has one: other fragments are places of the page. */
async function openLink(): Promise<boolean> {
  const shared = readLink(location.hash);
  if (shared === undefined) return false;
  document.getElementById('shared-note')?.removeAttribute('hidden');
  editor.value = shared.text;
  await check.setText(shared.text);
  return true;
}

editor.addEventListener('paste', () => (isPasted = true), true);
editor.addEventListener('code-change', () => {
  if (isPasted) editor.value = tidy(editor.value);
  clearTimeout(timer);
  timer = setTimeout(() => void check.setText(editor.value), isPasted ? 0 : TYPING_PAUSE_MS);
  isPasted = false;
});
addEventListener('hashchange', () => void openLink());

function show(state: CheckState): void {
  const isRows = state.pasted.kind === 'rows';
  results.hidden = isRows;
  files.hidden = !isRows;
  delete layout.dataset.file;
  if (isRows) {
    void import('../rows/file-panel.ts').then(({ showFile }) =>
      showFile(new File([state.text], 'pasted', { type: 'text/plain' }), files),
    );
  }
  // Replaces the result of the build, whose buttons do nothing.
  if (isPrerendered) results.replaceChildren();
  isPrerendered = false;
  render(
    resultView(state, {
      show: ({ span }) => span && editor.select(span.from, span.to),
      fix: ({ fix }) => fix && void change(check.fix([fix]), 'Fixed.'),
      fixAll: () => void change(check.fix(state.diagnosis?.fixes ?? []), 'Fixed.'),
      undo: () => void change(check.undo(), 'The fix is undone.'),
    }),
    results,
  );
  const problems = state.diagnosis?.problems ?? [];
  editor.marks = problems.flatMap(({ span, severity, text }) => (span ? [{ ...span, severity, text }] : []));
  if (state.pasted.kind === 'unreadable' && state.pasted.at) {
    editor.marks = [{ ...state.pasted.at, severity: 'error', text: state.pasted.message }];
  }
  copyBar.toggleAttribute('inert', state.pasted.kind !== 'request');
  const count = problems.length + (state.diagnosis?.more ?? 0);
  status.textContent = count === 0 ? 'No problems.' : `${count} ${count === 1 ? 'problem' : 'problems'}.`;
}

async function change(next: Promise<string | undefined>, message: string): Promise<void> {
  const text = await next;
  if (text === undefined) return;
  editor.value = text;
  // The text was checked before the editor had it, so its marks could not be set.
  await check.setText(text);
  status.textContent = `${message} ${status.textContent}`;
}

for (const { id, isCode, write } of COPY_TARGETS) {
  const button = document.getElementById(`copy-${id}`) as HTMLButtonElement;
  button.addEventListener('click', () => {
    const pasted = check.state?.pasted;
    if (pasted?.kind !== 'request') return;
    const put = isCode ? inCode : asPlaceholders;
    void copyText(button, put(write(partsOf(pasted)), pasted.expressions));
  });
}

const share = document.getElementById('share') as HTMLDialogElement;
document.getElementById('share-open')?.addEventListener('click', () => {
  const state = check.state;
  if (state?.pasted.kind !== 'request') return;
  const link = shareLink(state.pasted, state.diagnosis);
  (document.getElementById('share-link') as HTMLElement).textContent = link;
  share.showModal();
});
document.getElementById('clear')?.addEventListener('click', () => {
  editor.value = '';
  void check.setText('');
  editor.select(0, 0);
});

const picker = document.getElementById('file') as HTMLInputElement;
picker.addEventListener('change', () => {
  const file = picker.files?.[0];
  if (file) void openFile(file);
  picker.value = '';
});
addEventListener('dragover', (event) => {
  event.preventDefault();
  document.documentElement.dataset.drop = '';
});
addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) delete document.documentElement.dataset.drop;
});
addEventListener(
  'drop',
  (event) => {
    event.preventDefault();
    event.stopPropagation();
    delete document.documentElement.dataset.drop;
    const file = event.dataTransfer?.files[0];
    if (file) void openFile(file);
  },
  true,
);

/** A file of one request goes into the editor; anything else is checked as rows. */
const ROWS_NAME = /\.(?:ndjson|jsonl|csv|tsv)$/i;

async function openFile(file: File): Promise<void> {
  // A text has at most as many characters as bytes.
  if (file.size <= LONGEST_REQUEST && !ROWS_NAME.test(file.name)) {
    const text = textOf(await file.arrayBuffer());
    const { readPaste } = await import('../paste/read.ts');
    if (text !== undefined && (await readPaste(text)).kind !== 'rows') {
      editor.value = text;
      await check.setText(text);
      return;
    }
  }
  // The result is about the file, so the request in the editor goes.
  editor.value = '';
  editor.marks = [];
  copyBar.toggleAttribute('inert', true);
  results.hidden = true;
  files.hidden = false;
  layout.dataset.file = '';
  const { showFile } = await import('../rows/file-panel.ts');
  showFile(file, files);
}

/** `undefined` if it is not UTF-8; the file check reads other encodings and reports what is wrong. */
function textOf(bytes: ArrayBuffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

// The editor loads after the first result, or as soon as the user reaches it.
const upgrade = () => void editor.upgrade();
editor.addEventListener('focusin', upgrade, { once: true });
editor.addEventListener('pointerenter', upgrade, { once: true });
if ('requestIdleCallback' in globalThis) requestIdleCallback(upgrade, { timeout: 2000 });
else setTimeout(upgrade, 300);
