/** Checks a file in a worker and displays the result. */
import { render } from 'lit';
import { registerLiveApps } from '../catalog/live-apps.ts';
import { number, rowsIn } from './counts.ts';
import { fileView, NO_ROWS } from './file-view.ts';
import FileWorker from './file-worker.ts?worker&inline';
import type { WorkerMessage, WorkerRequest } from './messages.ts';
import type { Exported, ExportKind, ReadAs, Summary } from './summary.ts';

/** The state of the displayed file. */
export interface FileState {
  readonly file: File;
  readonly readAs: ReadAs;
  progress?: Extract<WorkerMessage, { type: 'progress' }> | undefined;
  summary?: Summary;
  error?: string;
  /** The download that is being prepared. */
  busy?: ExportKind | undefined;
  /** The result of the last download. */
  exported?: string | undefined;
}

export interface FileActions {
  readonly download: (kind: ExportKind) => void;
  readonly readAs: (readAs: ReadAs) => void;
}

let worker: Worker | undefined;

/** Checks a file and displays the result in `target`. A new file ends the previous check. */
export function showFile(file: File, target: HTMLElement, readAs: ReadAs = {}): void {
  worker?.terminate();
  const own = new FileWorker();
  worker = own;
  const state: FileState = { file, readAs };
  const actions: FileActions = {
    download(kind) {
      Object.assign(state, { busy: kind, progress: undefined, exported: undefined });
      send(own, { type: 'export', kind });
      draw();
    },
    readAs: (next) => showFile(file, target, next),
  };
  const draw = () => worker === own && render(fileView(state, actions), target);
  own.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
    update(data, state);
    draw();
  });
  own.addEventListener('error', () => {
    state.error = 'This browser cannot check the file.';
    draw();
  });
  send(own, { type: 'check', file, readAs, structures: registerLiveApps() });
  draw();
}

function update(data: WorkerMessage, state: FileState): void {
  if (data.type === 'progress') state.progress = data;
  if (data.type === 'error') state.error = data.message;
  if (data.type === 'summary') {
    state.summary = data.summary;
    const { stopped, total, accepted, rejected } = data.summary;
    const counts = `${rowsIn(total)}: ${number(accepted)} accepted, ${number(rejected)} rejected.`;
    announce(total === 0 ? (stopped ?? NO_ROWS) : `${counts} ${stopped ?? ''}`.trim());
  }
  if (data.type === 'exported') {
    state.busy = undefined;
    state.exported = saved(data.exported);
    announce(state.exported);
  }
}

/** Saves a download. @returns What was saved, as a sentence. */
function saved({ kind, name, blob, repaired, rejected }: Exported): string {
  if (kind === 'repaired' && repaired === 0) return 'No row can be repaired.';
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  if (kind !== 'repaired') return `${name} is saved.`;
  return `${name} has all rows, ${number(repaired)} of them repaired. ${number(rejected)} ${rejected === 1 ? 'is' : 'are'} still rejected.`;
}

function send(to: Worker, request: WorkerRequest): void {
  to.postMessage(request);
}

function announce(text: string): void {
  const status = document.getElementById('status');
  if (status) status.textContent = text;
}
