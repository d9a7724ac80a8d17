/** Makes the safe changes that hints offer, row by row. */
import { repair } from '../../api.js';
import type { FixOperation, Hint } from '../../types/verdict.js';
import { type Block, isBlank, rowBytes, rowCount } from './read/block.js';
import { rowVerdict } from './row-verdict.js';
import type { JudgeOptions } from './settings.js';

const LINE_FEED = Buffer.from('\n');
/** A repaired value may need another repair: quotes, then the white space in them. */
const MOST_ROUNDS = 4;

/** A change that was made. It tells the kind and the place, and no value. */
export interface Change {
  /** In which the row begins, from 1. */
  readonly line: number;
  /** The hint that offered it. */
  readonly code: string;
  readonly path: Hint['path'];
  /** What was done: an edit of the value, `move` to another key, or `remove`. */
  readonly changes: readonly string[];
  /** Where a value was moved to, as a JSON Pointer. */
  readonly to?: string;
}

/** A row that was repaired. */
export interface RepairedRow {
  /** It in the source's format. */
  readonly source: Uint8Array;
  readonly log: readonly Change[];
}

/** A block with its repaired rows. */
export interface Repaired {
  /** What is to be judged. */
  readonly block: Block;
  readonly changed: Map<number, RepairedRow>;
}

/** Repairs the rows that are accepted then, and leaves the other ones as they are. */
export function repaired(block: Block, options: JudgeOptions): Repaired {
  const changed = new Map<number, RepairedRow>();
  const rows: Uint8Array[] = [];
  for (let row = 0; row < rowCount(block); row++) {
    const bytes = rowBytes(block, row);
    const better = isBlank(bytes) ? undefined : repairedRow(bytes, options);
    const source = better === undefined ? undefined : block.rewrite(row, JSON.parse(better.text));
    if (better === undefined || source === undefined) {
      rows.push(bytes, LINE_FEED);
      continue;
    }
    changed.set(row, { source, log: better.hints.map((hint) => changeOf(block.lineOf(row), hint)) });
    rows.push(Buffer.from(better.text), LINE_FEED);
  }
  return { block: changed.size === 0 ? block : withRows(block, rows), changed };
}

function withRows(block: Block, rows: readonly Uint8Array[]): Block {
  const starts = [0];
  for (let index = 0; index < rows.length; index += 2) {
    starts.push((starts.at(-1) as number) + (rows[index] as Uint8Array).length + LINE_FEED.length);
  }
  return { ...block, rows: Buffer.concat(rows), starts };
}

function repairedRow(bytes: Uint8Array, options: JudgeOptions): { text: string; hints: Hint[] } | undefined {
  const hints: Hint[] = [];
  let text: string | undefined;
  let verdict = rowVerdict(bytes, options);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = verdict.hints.filter(({ fix }) => fix !== undefined && fix.length > 0);
    if (fixes.length === 0) break;
    const body = text ?? Buffer.from(bytes).toString();
    const next = repair({ body }, fixes).body;
    if (next === body) break;
    hints.push(...fixes);
    text = next;
    verdict = rowVerdict(text, options);
  }
  return text === undefined || !verdict.ok ? undefined : { text, hints };
}

function changeOf(line: number, { code, path, fix = [] }: Hint): Change {
  const nameOf = (operation: FixOperation) => (operation.op === 'replace' ? operation.edit : operation.op);
  const move = fix.find((operation) => operation.op === 'move');
  return { line, code, path, changes: [...new Set(fix.map(nameOf))], ...(move === undefined ? {} : { to: move.path }) };
}
