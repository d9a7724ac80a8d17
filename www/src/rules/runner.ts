/** Runs the examples on the page of a rule or a hint. */
import { render } from 'lit';
import { resultView } from '../check/result-view.ts';
import { Check } from '../check/state.ts';
import '../editor/code-editor.ts';
import type { CodeEditorElement } from '../editor/code-editor.ts';
import type { Example } from './examples.ts';

const examples = JSON.parse(document.getElementById('examples')?.textContent ?? '[]') as Example[];
const editor = document.querySelector('code-editor') as CodeEditorElement;
const results = document.getElementById('results') as HTMLElement;
const select = document.getElementById('example') as HTMLSelectElement;
let check = start(0);

function start(index: number): Check {
  const next = new Check(examples[index]?.context);
  next.subscribe((state) => {
    const change = async (text: Promise<string | undefined>) => {
      const changed = await text;
      if (changed === undefined) return;
      editor.value = changed;
      await next.setText(changed);
    };
    render(
      resultView(state, {
        show: ({ span }) => span && editor.select(span.from, span.to),
        fix: ({ fix }) => fix && void change(next.fix([fix])),
        fixAll: () => void change(next.fix(state.diagnosis?.fixes ?? [])),
        undo: () => void change(next.undo()),
      }),
      results,
    );
    editor.marks = (state.diagnosis?.problems ?? []).flatMap(({ span, severity, text }) =>
      span ? [{ ...span, severity, text }] : [],
    );
  });
  return next;
}

select.addEventListener('change', () => {
  const example = examples[Number(select.value)];
  if (example === undefined) return;
  check = start(Number(select.value));
  editor.value = example.text;
  void check.setText(example.text);
});
editor.addEventListener('code-change', () => void check.setText(editor.value));
results.replaceChildren();
void check.setText(editor.value);
if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void editor.upgrade(), { timeout: 2000 });
else void editor.upgrade();
