/** The view of a file: its progress, then the result. */
import { printable } from '@auth-object/reference';
import { html, nothing, type TemplateResult } from 'lit';
import { linesOf, number, rowsIn } from './counts.ts';
import type { FileActions, FileState } from './file-panel.ts';
import type { Cause, ExportKind, Summary } from './summary.ts';

export const NO_ROWS = 'The file has no rows.';

export function fileView(state: FileState, actions: FileActions): TemplateResult {
  const { file, error, summary } = state;
  const name = file.name === 'pasted' ? 'Pasted rows' : printable(file.name);
  return html`<h2 class="file-name">${name} <span class="muted">${bytes(file.size)}</span></h2>
    ${error ? errorView(error) : summary ? summaryView(summary, state, actions) : progressView(state)}`;
}

function errorView(text: string): TemplateResult {
  return html`<div class="verdict verdict-error"><p class="verdict-title">Cannot check this file</p><p>${text}</p></div>`;
}

function progressView({ progress }: FileState): TemplateResult {
  const { share = 0, rejected = 0 } = progress ?? {};
  return html`<div class="progress-box">
    <label>Checking: ${Math.floor(share * 100)}%, ${number(rejected)} rejected ${rejected === 1 ? 'row' : 'rows'} so far
      <progress max="1" .value=${Math.min(1, share)}></progress>
    </label>
  </div>`;
}

function summaryView(summary: Summary, state: FileState, actions: FileActions): TemplateResult {
  const { total, stopped, notes, isUnclear, ms } = summary;
  const form = isUnclear ? readAsView(state, actions) : nothing;
  if (total === 0) {
    return html`${errorView(stopped ?? NO_ROWS)}${form}`;
  }
  return html`${
    stopped
      ? html`<div class="verdict verdict-error"><p class="verdict-title">This file was checked only in part</p><p>${stopped}</p></div>`
      : nothing
  }
    ${form} ${countsView(summary)} ${downloadsView(summary, state, actions)}
    ${notes.length > 0 ? html`<ul class="notes">${notes.map((note) => html`<li>${note}</li>`)}</ul>` : nothing}
    ${causesView(summary)}
    <p class="small muted">Checked in ${ms < 100 ? 'less than 0.1' : (ms / 1000).toFixed(1)} s, in this tab.</p>`;
}

function countsView({ total, accepted, rejected, hinted }: Summary): TemplateResult {
  return html`<dl class="counts">
    <div><dt>Rows</dt><dd>${number(total)}</dd></div>
    <div class="count-ok"><dt>Accepted</dt><dd>${number(accepted)}</dd></div>
    <div class="count-error"><dt>Rejected</dt><dd>${number(rejected)}</dd></div>
    <div class="count-hint"><dt>With hints</dt><dd>${number(hinted)}</dd></div>
  </dl>`;
}

function downloadsView(summary: Summary, state: FileState, { download }: FileActions): TemplateResult {
  const { accepted, rejected, causes } = summary;
  const { busy, progress, exported } = state;
  const isRepairable = rejected > 0 || causes.some(({ isFixable }) => isFixable);
  const preparing = `Preparing… ${progress ? `${Math.floor(progress.share * 100)}%` : ''}`;
  const button = (kind: ExportKind, label: string, isOffered: boolean) =>
    isOffered
      ? html`<button class="button" type="button" ?disabled=${busy !== undefined} @click=${() => download(kind)}>
          ${busy === kind ? preparing : label}
        </button>`
      : nothing;
  return html`<div class="fix-bar">
      ${button('repaired', 'Download repaired rows', isRepairable)}
      ${button('rejected', 'Download rejected rows with reasons', rejected > 0)}
      ${button('accepted', 'Download accepted rows', accepted > 0)}
    </div>
    ${exported ? html`<p class="small">${exported}</p>` : nothing}`;
}

const SECTIONS = [
  ['rejected', 'Rejected', ''],
  [
    'likely',
    'Likely rejected',
    'Our schema for the app is unconfirmed, or the app is unknown: the endpoint may accept these rows.',
  ],
  ['hint', 'Accepted with hints', ''],
] as const;

function causesView({ causes, rejected, likely, hinted, uncaused }: Summary): TemplateResult {
  if (causes.length === 0) return html`<p class="empty">No problems and no hints.</p>`;
  const rows = { rejected: rejected - likely, likely, hint: hinted };
  return html`${SECTIONS.map(([kind, title, note]) => {
    const own = causes.filter((cause) => cause.kind === kind);
    if (own.length === 0) return nothing;
    return html`<h3 class="causes-title" id="causes-${kind}">${title} <span class="muted">${rowsIn(rows[kind])}</span></h3>
      ${note ? html`<p class="small muted">${note}</p>` : nothing}
      <ol class="problems" aria-labelledby="causes-${kind}">${own.map(causeView)}</ol>`;
  })}
  ${
    uncaused > 0
      ? html`<p class="small">${number(uncaused)} more rejected ${uncaused === 1 ? 'row has another cause' : 'rows have other causes'}. Download the rejected rows to see them.</p>`
      : nothing
  }`;
}

function causeView({ kind, code, slug, help, count, lines, isFixable }: Cause): TemplateResult {
  const severity = kind === 'hint' ? 'hint' : kind === 'likely' ? 'warning' : 'error';
  return html`<li class="problem problem-${severity}"><div class="problem-show">
      <span class="problem-mark">${rowsIn(count)}</span>
      <span class="problem-text">${help}</span>
      <span class="problem-meta"><span class="place">${linesOf(lines, count)}</span> <span class="code">${slug ? `${slug} · ` : ''}${code}</span>${isFixable ? html` <span class="tag">can be repaired</span>` : nothing}</span>
    </div></li>`;
}

function readAsView({ readAs }: FileState, actions: FileActions): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const value = (name: string) => String(data.get(name) ?? '') || undefined;
    actions.readAs({ format: value('format') as FileState['readAs']['format'], encoding: value('encoding') });
  };
  const option = (value: string, label: string, chosen = '') =>
    html`<option value=${value} ?selected=${value === chosen}>${label}</option>`;
  return html`<form class="read-as" @submit=${submit}>
    <p>If the file was read in the wrong way, choose its format or encoding.</p>
    <label><span class="field-label">Format</span><select class="input" name="format">
      ${option('', 'Detect')}${option('ndjson', 'NDJSON', readAs.format)}${option('json', 'JSON', readAs.format)}${option('csv', 'CSV', readAs.format)}
    </select></label>
    <label><span class="field-label">Encoding</span><select class="input" name="encoding">
      ${option('', 'Detect')}${option('windows-1252', 'windows-1252', readAs.encoding)}
    </select></label>
    <button class="button" type="submit">Check again</button>
  </form>`;
}

function bytes(size: number): string {
  if (size < 1000) return `${size} bytes`;
  const [unit, name] = size < 1e6 ? [1e3, 'kB'] : size < 1e9 ? [1e6, 'MB'] : [1e9, 'GB'];
  return `${(size / unit).toFixed(1)} ${name}`;
}
