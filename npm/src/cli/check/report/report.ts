/** What all reports have in common. */
import type { Hint } from '../../../types/verdict.js';
import type { Counts } from '../counts.js';
import type { HintSummary } from '../hint-kinds.js';
import type { Format } from '../read/format.js';
import type { Refusal } from '../refusal.js';

/** What is to say of one input. */
export interface FileSummary extends Counts {
  /** As it was named; `-` is standard input. */
  readonly name: string;
  /** Absent where it could not be read. */
  readonly format?: Format | undefined;
  /** How many rows were changed by `--repair`; absent without it. */
  readonly repaired?: number | undefined;
  /** Why it could not be read, or not to its end. */
  readonly error?: string | undefined;
}

/** What is to say of all inputs. */
export interface Summary extends Counts {
  readonly files: readonly FileSummary[];
  /** The hints of accepted rows; `undefined` if nobody wanted hints. */
  readonly hints: HintSummary | undefined;
  /** Whether `--repair` has changed what it can. */
  readonly isRepaired: boolean;
  /** Whether the check was interrupted, so that rows are missing. */
  readonly isPartial: boolean;
}

/** A row that the endpoint would accept, or a blank line. */
export interface AcceptedRow {
  readonly file: string;
  readonly line: number;
  readonly isBlank: boolean;
  readonly hints: readonly Hint[];
}

/** Takes the rows as they are judged, in order. */
export interface Report {
  /** Before the first row. */
  begin(): void;
  refused(refusal: Refusal): void;
  /** Only if the report lists accepted rows. */
  accepted?(row: AcceptedRow): void;
  end(summary: Summary): void;
}

/** Where a report writes its text. */
export type Write = (text: string) => void;

/** `1,000,000` */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 row`, `2 rows` */
export function counted(count: number, word: string): string {
  return `${grouped(count)} ${word}${count === 1 ? '' : 's'}`;
}

/** The name of an input in a sentence. */
export function inputName(file: string): string {
  return file === '-' ? 'standard input' : file;
}

/** All that was found, in one sentence. */
export function sentence({ total, accepted, rejected, files }: Summary): string {
  const where = files.length > 1 ? ` in ${files.length} files` : '';
  return `${counted(total, 'row')}${where}: ${grouped(accepted)} accepted, ${grouped(rejected)} refused`;
}

/** What `--repair` does about hints: `--repair fixes it`, `--repair fixes 2 of 5`; `undefined` if it does nothing. */
export function repairWords(count: number, repairable: number, { isRepaired }: Summary): string | undefined {
  if (repairable === 0 || isRepaired) return undefined;
  if (repairable < count) return `--repair fixes ${grouped(repairable)} of ${grouped(count)}`;
  return `--repair fixes ${count === 1 ? 'it' : 'them'}`;
}

/** A refusal in one line: what is wrong, and what to do. */
export function messageOf({ message, detail }: Refusal): string {
  const { help } = detail();
  return help === undefined ? message : `${message} (${help})`;
}
