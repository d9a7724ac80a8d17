/** Refused rows, put together from what the instance hands over of each: src/batch/handed.rs. */
import type { BatchReport, RowFailure } from './types/batch.js';

/** What rows that differ in their values alone are refused for. */
export type Refusal = Pick<RowFailure, 'slug' | 'code' | 'message' | 'path'>;

/** Of each row three: its line; a refusal, or the number of one that came before; its account, or `false`. */
export type Handed = (number | Refusal | Numbered | string | false)[];

interface Numbered extends Refusal {
  readonly number: number;
}

/** A report as the instance gives it. */
export type HandedReport = Omit<BatchReport, 'failures'> & { failures: Handed };

const known: Refusal[] = [];

/** Adds the rows to others, each a fresh object; their paths are shared, and frozen. */
export function addFailures(handed: Handed, failures: RowFailure[]): void {
  for (let at = 0; at < handed.length; at += 3) {
    const what = handed[at + 1] as number | Refusal | Numbered;
    const refusal = typeof what === 'number' ? (known[what] as Refusal) : kept(what);
    failures.push(failureOf(handed[at] as number, refusal, handed[at + 2] as string | false));
  }
}

/** The failure of a row, its members in the order that a report has them; those that are absent are left out. */
export function failureOf(line: number, refusal: Refusal, linked_account_id: string | false): RowFailure {
  const { slug, code, message, path } = refusal;
  if (slug === undefined) {
    if (linked_account_id === false) return { line, code, message, path };
    return { line, linked_account_id, code, message, path };
  }
  if (linked_account_id === false) return { line, slug, code, message, path };
  return { line, slug, linked_account_id, code, message, path };
}

function kept(refusal: Refusal | Numbered): Refusal {
  Object.freeze(refusal.path);
  if ('number' in refusal) {
    // The instance starts anew when there are too many.
    if (refusal.number === 0) known.length = 0;
    known[refusal.number] = refusal;
  }
  return refusal;
}
