/** The file worker. It starts from a blob, so that the page's policy, which forbids every connection, applies to it too. */
import { registerApp } from 'auth-object/rows';
import { checkFile } from './check-file.ts';
import { exportRows } from './export-rows.ts';
import type { WorkerMessage, WorkerRequest } from './messages.ts';
import type { ReadAs } from './summary.ts';
import { utf8Of } from './utf8.ts';

const PROGRESS_MS = 100;
let current: { readonly file: File; readonly readAs: ReadAs; text?: Blob } | undefined;

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  const work = data.type === 'check' ? check(data) : download(data.kind);
  work.catch((error: unknown) => send({ type: 'error', message: messageOf(error) }));
});

async function check({ file, readAs, structures }: Extract<WorkerRequest, { type: 'check' }>): Promise<void> {
  current = { file, readAs };
  for (const [slug, structure] of structures) registerApp(slug, structure);
  const summary = await checkFile({ file, name: file.name, readAs }, progressOf(file.size));
  send({ type: 'summary', summary });
}

async function download(kind: Extract<WorkerRequest, { type: 'export' }>['kind']): Promise<void> {
  if (current === undefined) return;
  const { file, readAs } = current;
  current.text ??= await utf8Of(file, readAs.encoding);
  const { text } = current;
  const source = { name: file.name, text, readAs: { format: readAs.format } };
  send({ type: 'exported', exported: await exportRows(source, kind, progressOf(text.size)) });
}

/** Sends the progress at intervals. */
function progressOf(size: number): (bytes: number, rejected?: number) => void {
  let sent = performance.now();
  return (bytes, rejected = 0) => {
    if (performance.now() - sent < PROGRESS_MS) return;
    sent = performance.now();
    send({ type: 'progress', share: bytes / size, rejected });
  };
}

function messageOf(error: unknown): string {
  if (error instanceof DOMException && /^(?:NotReadable|NotFound)Error$/.test(error.name)) {
    return 'The browser cannot read this file. It was probably changed or removed after it was opened.';
  }
  return error instanceof Error ? error.message : String(error);
}

function send(message: WorkerMessage): void {
  postMessage(message);
}
