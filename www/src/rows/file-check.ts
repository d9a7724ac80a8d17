/** Checks files in a worker, and shows what comes of it. */
import { render } from 'lit';
import { rememberedApps } from '../catalog/live-apps.ts';
import type { News, Order } from './messages.ts';
import type { Exported, ExportKind, ReadAs, Summary } from './summary.ts';
import { fileView, NO_ROWS } from './view.ts';
import { number, rowsIn } from './words.ts';
import FileWorker from './worker.ts?worker&inline';

/** What is known of the file that is shown. */
export interface FileState {
  readonly file: File;
  readonly readAs: ReadAs;
  progress?: Extract<News, { news: 'progress' }> | undefined;
  summary?: Summary;
  fault?: string;
  /** The download that is being prepared. */
  busy?: ExportKind | undefined;
  /** What came of the last download. */
  exported?: string | undefined;
}

export interface FileActions {
  readonly download: (kind: ExportKind) => void;
  readonly readAs: (readAs: ReadAs) => void;
}

let worker: Worker | undefined;

/** Checks a file and shows the result in `target`. A new file ends the check before. */
export function checkFile(file: File, target: HTMLElement, readAs: ReadAs = {}): void {
  worker?.terminate();
  const own = new FileWorker();
  worker = own;
  const state: FileState = { file, readAs };
  const actions: FileActions = {
    download(kind) {
      Object.assign(state, { busy: kind, progress: undefined, exported: undefined });
      send(own, { order: 'export', kind });
      draw();
    },
    readAs: (next) => checkFile(file, target, next),
  };
  const draw = () => worker === own && render(fileView(state, actions), target);
  own.addEventListener('message', ({ data }: MessageEvent<News>) => {
    take(data, state);
    draw();
  });
  own.addEventListener('error', () => {
    state.fault = 'The file cannot be checked in this browser.';
    draw();
  });
  send(own, { order: 'check', file, readAs, structures: rememberedApps() });
  draw();
}

function take(data: News, state: FileState): void {
  if (data.news === 'progress') state.progress = data;
  if (data.news === 'fault') state.fault = data.message;
  if (data.news === 'summary') {
    state.summary = data.summary;
    const { stopped, total, accepted, rejected } = data.summary;
    const counts = `${rowsIn(total)}: ${number(accepted)} accepted, ${number(rejected)} rejected.`;
    say(total === 0 ? (stopped ?? NO_ROWS) : `${counts} ${stopped ?? ''}`.trim());
  }
  if (data.news === 'exported') {
    state.busy = undefined;
    state.exported = saved(data.exported);
    say(state.exported);
  }
}

/** Saves a download. @returns What to say about it. */
function saved({ kind, name, blob, repaired, rejected }: Exported): string {
  if (kind === 'repaired' && repaired === 0) return 'No row can be repaired.';
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  if (kind !== 'repaired') return `${name} is saved.`;
  return `${name} has all rows, ${number(repaired)} of them repaired. ${number(rejected)} ${rejected === 1 ? 'is' : 'are'} still rejected.`;
}

function send(to: Worker, order: Order): void {
  to.postMessage(order);
}

function say(text: string): void {
  const status = document.getElementById('status');
  if (status) status.textContent = text;
}
