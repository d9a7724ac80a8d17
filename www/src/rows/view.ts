/** A file being checked, and what is in it. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { rememberedApps } from '../catalog/live-apps.ts';
import type { News, Order } from './messages.ts';
import type { Cause, ExportKind, Summary } from './row.ts';
import FileWorker from './worker.ts?worker&inline';

interface Current {
  readonly worker: Worker;
  readonly file: File;
  progress: Extract<News, { news: 'progress' }> | undefined;
  summary: Summary | undefined;
  fault: string | undefined;
  busy: ExportKind | undefined;
}

let current: Current | undefined;

/** Checks a file and shows the result in `target`. A new file ends the one before. */
export async function checkFile(file: File, target: HTMLElement): Promise<void> {
  current?.worker.terminate();
  const worker = new FileWorker();
  const state: Current = { worker, file, progress: undefined, summary: undefined, fault: undefined, busy: undefined };
  current = state;
  const draw = () => current === state && render(view(state), target);
  worker.addEventListener('message', ({ data }: MessageEvent<News>) => {
    if (data.news === 'progress') state.progress = data;
    if (data.news === 'summary') {
      state.summary = data.summary;
      say(
        `${number(data.summary.total)} rows: ${number(data.summary.accepted)} accepted, ${number(data.summary.rejected)} rejected.`,
      );
    }
    if (data.news === 'fault') state.fault = data.message;
    if (data.news === 'export') {
      state.busy = undefined;
      save(data.blob, data.name);
    }
    draw();
  });
  worker.addEventListener('error', () => {
    state.fault = 'The file cannot be checked in this browser.';
    draw();
  });
  send(worker, { order: 'check', file, structures: rememberedApps() });
  draw();
}

function send(worker: Worker, order: Order): void {
  worker.postMessage(order);
}

function view(state: Current): TemplateResult {
  const { file, fault, summary } = state;
  const name = file.name === 'pasted' ? 'Pasted rows' : file.name;
  return html`<h2 class="file-name">${name} <span class="muted">${bytes(file.size)}</span></h2>
    ${fault ? html`<div class="verdict verdict-error"><p class="verdict-title">This file cannot be checked</p><p>${fault}</p></div>` : summary ? summaryView(summary, state) : progressView(state)}`;
}

function progressView({ progress, file }: Current): TemplateResult {
  const share = progress && file.size > 0 ? Math.min(1, progress.readBytes / file.size) : 0;
  return html`<div class="progress-box">
    <label>Checking ${progress ? `${number(progress.rows)} rows, ${number(progress.rejected)} rejected` : '…'}
      <progress max="1" .value=${share}></progress>
    </label>
  </div>`;
}

function summaryView(summary: Summary, state: Current): TemplateResult {
  const { total, accepted, rejected, likely, hinted, causes, fixable, ms } = summary;
  const download = (kind: ExportKind, label: string, isShown: boolean) =>
    isShown
      ? html`<button class="button" type="button" ?disabled=${state.busy !== undefined} @click=${() => start(kind, state)}>
          ${state.busy === kind ? 'Preparing…' : label}
        </button>`
      : nothing;
  return html`<dl class="counts">
      <div><dt>Rows</dt><dd>${number(total)}</dd></div>
      <div class="count-ok"><dt>Accepted</dt><dd>${number(accepted)}</dd></div>
      <div class="count-error"><dt>Rejected</dt><dd>${number(rejected)}</dd></div>
      <div class="count-hint"><dt>With hints</dt><dd>${number(hinted)}</dd></div>
    </dl>
    ${likely > 0 ? html`<p class="small">${number(likely)} of the rejected rows may be accepted: our schema for their apps is unconfirmed, or the app is unknown.</p>` : nothing}
    <div class="fix-bar">
      ${download('repaired', 'Download repaired rows', fixable)} ${download('rejected', 'Download rejected rows with reasons', rejected > 0)}
      ${download('accepted', 'Download accepted rows', accepted > 0)}
    </div>
    ${causes.length === 0 ? html`<p class="empty">No problems and no hints.</p>` : html`<ol class="problems" aria-label="Causes">${causes.map(causeView)}</ol>`}
    <p class="small muted">Checked in ${(ms / 1000).toFixed(1)} s, in this tab.</p>`;
}

function causeView({ kind, code, slug, help, count, lines, isFixable }: Cause): TemplateResult {
  const severity = kind === 'hint' ? 'hint' : kind === 'likely' ? 'warning' : 'error';
  const first = `${lines.length === 1 ? 'line' : 'lines'} ${lines.map(number).join(', ')}${count > lines.length ? ', …' : ''}`;
  return html`<li class="problem problem-${severity}"><div class="problem-show">
      <span class="problem-mark">${number(count)} ${count === 1 ? 'row' : 'rows'}</span>
      <span class="problem-text">${help}</span>
      <span class="problem-meta"><span class="place">${first}</span> <span class="code">${slug ? `${slug} · ` : ''}${code}</span>${isFixable ? html` <span class="tag">repair fixes it</span>` : nothing}</span>
    </div></li>`;
}

function start(kind: ExportKind, state: Current): void {
  state.busy = kind;
  send(state.worker, { order: 'export', kind });
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function say(text: string): void {
  const status = document.getElementById('status');
  if (status) status.textContent = text;
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function bytes(size: number): string {
  if (size < 1000) return `${size} bytes`;
  return size < 1e6 ? `${(size / 1e3).toFixed(1)} kB` : `${(size / 1e6).toFixed(1)} MB`;
}
