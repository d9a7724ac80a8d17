/** Rows that stand anywhere in a text, put one to a line. */
import type { Block, Fault } from './block.js';

const LINE_END = 10;
const SPACE = 32;
/** No JSON may hold it anywhere: what was broken by a line end stays broken without it. */
const NEVER = 1;

/** A row as it was found. */
export interface Found {
  /** In which it begins, from 1. */
  readonly line: number;
  readonly source: Uint8Array;
  /** Whether a text in it is broken by a line end. */
  readonly isBroken: boolean;
  readonly fault: Fault | undefined;
}

/** The block of JSON values, each in one line. */
export function joined(found: readonly Found[]): Block {
  const bytes = found.reduce((sum, { source, fault }) => sum + (fault === undefined ? source.length : 0) + 1, 0);
  const rows = new Uint8Array(bytes);
  const starts = [0];
  const faults = new Map<number, Fault>();
  let at = 0;
  for (const [index, { source, isBroken, fault }] of found.entries()) {
    if (fault !== undefined) {
      faults.set(index, fault);
    } else {
      rows.set(source, at);
      const end = at + source.length;
      const row = rows.subarray(at, end);
      for (let line = row.indexOf(LINE_END); line >= 0; line = row.indexOf(LINE_END, line + 1)) {
        row[line] = isBroken ? NEVER : SPACE;
      }
      at = end;
    }
    rows[at] = LINE_END;
    at += 1;
    starts.push(at);
  }
  return {
    rows,
    starts,
    faults,
    isVerbatim: true,
    lineOf: (row) => found[row]?.line as number,
    sourceOf: (row) => found[row]?.source as Uint8Array,
    rewrite: (_, data) => Buffer.from(JSON.stringify(data)),
  };
}
