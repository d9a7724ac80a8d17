/** The result: the answer and the problems. The build renders it too, for the example. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Diagnosis, Problem } from './diagnosis.ts';
import type { CheckState } from './state.ts';

export interface CheckActions {
  readonly show: (problem: Problem) => void;
  readonly fix: (problem: Problem) => void;
  readonly fixAll: () => void;
  readonly undo: () => void;
}

/** For the build, where there is nobody to press a button. */
const NO_ACTIONS: CheckActions = { show() {}, fix() {}, fixAll() {}, undo() {} };

const MARKS = { error: 'Problem', warning: 'Likely problem', hint: 'Hint' } as const;

export function resultView(
  state: Omit<CheckState, 'canUndo'> & { canUndo?: boolean },
  actions = NO_ACTIONS,
): TemplateResult {
  const { pasted, diagnosis, canUndo } = state;
  if (pasted.kind === 'nothing') {
    return html`<p class="empty">Paste a request, or drop a file. Accepted: JSON, cURL, a fetch or axios call, NDJSON, CSV.</p>`;
  }
  if (pasted.kind === 'unreadable') {
    return html`<div class="verdict verdict-error"><p class="verdict-title">Cannot read this request</p><p>${pasted.message}</p></div>`;
  }
  if (diagnosis === undefined) return html``;
  return html`${answerView(diagnosis)}${fixBar(diagnosis, canUndo === true, actions)}${problemList(diagnosis, actions)}${notesView(diagnosis)}`;
}

function answerView({ verdict, answer }: Diagnosis): TemplateResult {
  const isLikely = !verdict.ok && verdict.certainty === 'likely';
  const kind = verdict.ok ? 'ok' : isLikely ? 'warning' : 'error';
  const title = verdict.ok ? 'Accepted' : isLikely ? 'Likely rejected' : 'Rejected';
  return html`<div class="verdict verdict-${kind}">
    <p class="verdict-title"><span class="status">${verdict.response.status}</span> ${title}</p>
    <pre class="answer" tabindex="0" role="group" aria-label="The endpoint’s answer"><code>${answer}</code></pre>
    ${
      isLikely
        ? html`<p class="small">Our schema for this app is unconfirmed, or the app is unknown. Paste the service’s auth structure on the app’s page to make this certain.</p>`
        : nothing
    }
  </div>`;
}

function fixBar({ fixes }: Diagnosis, canUndo: boolean, { fixAll, undo }: CheckActions): TemplateResult {
  const label = fixes.length === 1 ? 'Fix it' : `Fix all ${fixes.length}`;
  return html`<div class="fix-bar">
    ${fixes.length > 0 ? html`<button class="button primary" type="button" @click=${fixAll}>${label}</button>` : nothing}
    ${canUndo ? html`<button class="button" type="button" @click=${undo}>Undo</button>` : nothing}
  </div>`;
}

function problemList({ problems, more }: Diagnosis, actions: CheckActions): TemplateResult {
  if (problems.length === 0) return html`<p class="empty">No problems and no hints.</p>`;
  return html`<ol class="problems" aria-label="Problems">
    ${problems.map((problem) => problemView(problem, actions))}
  </ol>
  ${more > 0 ? html`<p class="small muted">${more.toLocaleString('en')} more problems and hints are not shown.</p>` : nothing}`;
}

function problemView(problem: Problem, { show, fix }: CheckActions): TemplateResult {
  const { severity, text, line, column, code } = problem;
  const place = line === undefined ? nothing : html`<span class="place">line ${line}, column ${column}</span>`;
  return html`<li class="problem problem-${severity}">
    <button class="problem-show" type="button" @click=${() => show(problem)} ?disabled=${line === undefined}>
      <span class="problem-mark">${MARKS[severity]}</span>
      <span class="problem-text">${text}</span>
      <span class="problem-meta">${place} <span class="code">${code}</span></span>
    </button>
    ${
      problem.fix
        ? html`<button class="button small-button" type="button" aria-label=${`Fix: ${text}`} @click=${() => fix(problem)}>Fix</button>`
        : nothing
    }
  </li>`;
}

function notesView({ notes, hasHeaders, verdict }: Diagnosis): TemplateResult {
  const all = [
    ...notes,
    ...(hasHeaders ? [] : ['This has no headers, so they are not checked.']),
    ...(verdict.ok && verdict.unchecked.length > 0
      ? [
          'Only the service knows whether the key is valid, the account exists, and the provider accepts the credentials.',
        ]
      : []),
  ];
  if (all.length === 0) return html``;
  return html`<ul class="notes">${all.map((note) => html`<li>${note}</li>`)}</ul>`;
}
