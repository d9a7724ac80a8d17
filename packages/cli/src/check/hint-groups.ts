/** Groups of accepted rows that have a hint with the same cause, whatever the app and field. */
import type { HintCode, HintVariant } from 'auth-object';
import type { HintCause, HintCount } from 'auth-object/rows';
import type { FileSummary } from './check-summary.ts';
import { hintHelp } from './command-help.ts';
import { addPlaces, type Places } from './places.ts';

/** How many fields of a group are listed. */
const MOST_FIELDS = 1000;

/** The rows that have such a hint at a field of an app. */
export interface HintedField {
  readonly app: string | undefined;
  readonly field: string;
  readonly help: string;
  count: number;
}

/** The accepted rows that have a hint of one code and variant. */
export interface HintGroup extends Places {
  readonly code: HintCode;
  readonly variant: HintVariant | undefined;
  /** In how many rows `--repair` fixes it. */
  repairable: number;
  /** Most rows first. */
  readonly fields: HintedField[];
}

/** The hints of all inputs, most rows first; equal ones in the order of the files. */
export function hintGroups(files: readonly FileSummary[]): HintGroup[] {
  const groups = new Map<string, HintGroup>();
  for (const { name, report } of files) {
    for (const cause of report.hintCauses ?? []) addCause(groups, name, cause);
    for (const hint of report.hints) addField(groups.get(keyOf(hint))?.fields, hint);
  }
  for (const { fields } of groups.values()) fields.sort((a, b) => b.count - a.count);
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

function keyOf({ code, variant }: HintCause | HintCount): string {
  return JSON.stringify([code, variant]);
}

function addCause(groups: Map<string, HintGroup>, file: string, cause: HintCause): void {
  const { code, variant, rows, fixable, lines } = cause;
  const key = keyOf(cause);
  const group = groups.get(key) ?? { code, variant, count: 0, repairable: 0, places: [], fields: [] };
  groups.set(key, group);
  group.repairable += fixable;
  addPlaces(group, file, rows, lines);
}

function addField(fields: HintedField[] | undefined, hint: HintCount): void {
  if (fields === undefined) return;
  const { app, field, rows } = hint;
  const help = hintHelp(hint);
  const same = fields.find((other) => other.app === app && other.field === field && other.help === help);
  if (same !== undefined) same.count += rows;
  else if (fields.length < MOST_FIELDS) fields.push({ app, field, help, count: rows });
}
