/** The file worker. It starts from a blob, so that the page's policy, which forbids every connection, binds it too. */
import { registerApp } from 'auth-object';
import { RowsCheck } from './check-rows.ts';
import { exportRows } from './export-rows.ts';
import type { News, Order } from './messages.ts';
import { rowsOf } from './rows-of.ts';

const PROGRESS_MS = 100;
let file: File | undefined;

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  const work = data.order === 'check' ? checkFile(data) : exportFile(data.kind);
  work.catch((error: unknown) =>
    tell({ news: 'fault', message: error instanceof Error ? error.message : String(error) }),
  );
});

async function checkFile(order: Extract<Order, { order: 'check' }>): Promise<void> {
  file = order.file;
  for (const [slug, structure] of order.structures) registerApp(slug, structure);
  const started = performance.now();
  let told = started;
  let readBytes = 0;
  const { format, blocks } = await rowsOf(file, (bytes) => (readBytes = bytes));
  const check = new RowsCheck();
  for await (const rows of blocks) {
    check.add(rows);
    if (performance.now() - told < PROGRESS_MS) continue;
    told = performance.now();
    tell({ news: 'progress', readBytes, rows: check.total, rejected: check.rejected });
  }
  tell({ news: 'summary', summary: check.summary(format, performance.now() - started) });
}

async function exportFile(kind: Extract<Order, { order: 'export' }>['kind']): Promise<void> {
  if (file === undefined) return;
  tell({ news: 'export', kind, ...(await exportRows(file, kind)) });
}

function tell(news: News): void {
  postMessage(news);
}
