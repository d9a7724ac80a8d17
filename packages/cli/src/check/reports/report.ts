/** The type of a report, and texts that several reports use. */
import type { Hint } from 'auth-object';
import type { Summary } from '../check-summary.ts';
import type { HintGroup } from '../hint-groups.ts';
import { helpsOf, type Rejection } from '../rejection.ts';
import { Tally } from '../tally.ts';

/** A row that the endpoint would accept, or a blank line. */
export interface AcceptedLine {
  readonly file: string;
  readonly line: number;
  readonly isBlank: boolean;
  readonly hints: readonly Hint[];
}

/** Gets the rows in order, as they are checked. */
export interface Report {
  /** Before the first row. */
  begin(): void;
  rejected(rejection: Rejection): void;
  /** Only if the report lists accepted rows. */
  accepted?(row: AcceptedLine): void;
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

/** The result in one sentence. */
export function sentence({ total, accepted, rejected, likely, files }: Summary): string {
  const where = files.length > 1 ? ` in ${files.length} files` : '';
  const more = likely === 0 ? '' : `, ${grouped(likely)} likely rejected`;
  return `${counted(total, 'row')}${where}: ${grouped(accepted)} accepted, ${grouped(rejected - likely)} rejected${more}`;
}

/**
 * Texts with their numbers of rows: `a (3), b (1) and 2 more`; a single one needs no number. A full tally may lack others,
 * so these are not counted.
 */
export function tallyText(tally: Tally, most: number): string {
  const { all } = tally;
  const [only] = all;
  if (all.length <= 1) return only?.[0] ?? '';
  const shown = all.slice(0, most).map(([text, count]) => `${text} (${grouped(count)})`);
  const more = all.length - shown.length;
  if (more === 0) return shown.join(', ');
  return `${shown.join(', ')} and ${tally.isFull ? '' : `${grouped(more)} `}more`;
}

/** The fields that have a hint, by app: `ashby api_key`. */
export function hintedFields({ fields }: HintGroup): Tally {
  const tally = new Tally();
  for (const { app, field, count } of fields) tally.add(app === undefined ? field : `${app} ${field}`, count);
  return tally;
}

/** What the hints of a group say. */
export function hintedHelps({ fields }: HintGroup): Tally {
  const tally = new Tally();
  for (const { help, count } of fields) tally.add(help, count);
  return tally;
}

/** What `--repair` does: `--repair fixes it`, `--repair fixes 2 of 5`; `undefined` if it does nothing. */
export function repairWords(count: number, repairable: number, { repaired }: Summary): string | undefined {
  if (repairable === 0 || repaired !== undefined) return undefined;
  if (repairable < count) return `--repair fixes ${grouped(repairable)} of ${grouped(count)}`;
  return `--repair fixes ${count === 1 ? 'it' : 'them'}`;
}

/** What is wrong with a row and what to do, in one line. */
export function messageOf(rejection: Rejection): string {
  return `${rejection.cause.message} (${helpsOf(rejection).join(' ')})`;
}
