/** How many rows were accepted and refused. */
import { NO_APP } from '../../node/segment.js';
import type { AppCount, BatchReport } from '../../types/batch.js';

/** What is counted of rows. */
export interface Counts {
  total: number;
  accepted: number;
  rejected: number;
  byCode: Record<string, number>;
  byApp: Record<string, AppCount>;
}

/** Nothing counted yet. */
export function noCounts(): Counts {
  return { total: 0, accepted: 0, rejected: 0, byCode: {}, byApp: {} };
}

/** Adds the counts of a judge's report, or of a file. */
export function addCounts(sum: Counts, more: Omit<BatchReport, 'failures'> | Counts): void {
  sum.total += more.total;
  sum.accepted += more.accepted;
  sum.rejected += more.rejected;
  for (const [code, count] of Object.entries(more.byCode)) sum.byCode[code] = (sum.byCode[code] ?? 0) + count;
  for (const [slug, count] of Object.entries(more.byApp)) {
    const app = (sum.byApp[slug] ??= { total: 0, accepted: 0, rejected: 0 });
    app.total += count.total;
    app.accepted += count.accepted;
    app.rejected += count.rejected;
  }
}

/** Adds rows that their reader refused, before the judge saw them. */
export function addFaults(sum: Counts, code: string, count: number): void {
  const app = { total: count, accepted: 0, rejected: count };
  addCounts(sum, { ...app, byCode: { [code]: count }, byApp: { [NO_APP]: app } });
}

/** The same counts in an order that does not depend on the order of the rows. */
export function sorted(counts: Counts): Counts {
  const byName = <T>(record: Record<string, T>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...counts, byCode: byName(counts.byCode), byApp: byName(counts.byApp) };
}
