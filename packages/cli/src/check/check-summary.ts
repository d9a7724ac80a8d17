/** The results of all inputs together. */
import type { HintCode } from 'auth-object';
import type { AppCount, HintCount, LineCount, RowsReport } from 'auth-object/rows';
import { hintHelp } from './command-help.ts';

/** How many places of a kind are listed. */
const FIRST_PLACES = 5;

/** The result of one input. */
export interface FileSummary {
  /** The name as it was typed; `-` is standard input. */
  readonly name: string;
  readonly report: RowsReport;
  /** Why it could not be read, or not to its end. */
  readonly error?: string | undefined;
}

/** A number of rows, and the places of the first ones. */
export interface Places {
  count: number;
  readonly places: { readonly file: string; readonly line: number }[];
}

/** The accepted rows that have a hint of one code at one field of one app. */
export interface HintKind extends Places {
  readonly app: string | undefined;
  readonly field: string;
  readonly code: HintCode;
  readonly help: string;
  /** In how many rows `--repair` fixes it. */
  repairable: number;
}

/** The result of all inputs. */
export interface Summary {
  readonly total: number;
  readonly accepted: number;
  readonly rejected: number;
  /** The rejected rows that the endpoint may accept, because our schema is not confirmed. */
  readonly likely: number;
  readonly byCode: Readonly<Record<string, number>>;
  readonly byApp: Readonly<Record<string, AppCount>>;
  /** `undefined` with `--no-hints`. */
  readonly hints: { readonly rows: number; readonly kinds: readonly HintKind[] } | undefined;
  readonly accounts: { readonly missing: Places; readonly repeated: Places };
  /** How many rows `--repair` changed; `undefined` without it. */
  readonly repaired: number | undefined;
  readonly files: readonly FileSummary[];
  /** Whether the check ended early, so that rows are missing. */
  readonly isPartial: boolean;
}

/** The report of an input without rows. */
export function noRows(): RowsReport {
  const none = () => ({ rows: 0, lines: [] });
  return {
    ...{ lines: 0, total: 0, accepted: 0, rejected: 0, likely: 0, byCode: {}, byApp: {}, hinted: 0, hints: [] },
    ...{ accounts: { missing: none(), repeated: none() }, columns: [], repaired: 0, rows: [] },
  };
}

/** Adds up the reports of all inputs. */
export function summarize(
  files: readonly FileSummary[],
  { hints, repair }: { readonly hints?: boolean | undefined; readonly repair?: boolean | undefined },
  isPartial: boolean,
): Summary {
  const sum = (count: 'total' | 'accepted' | 'rejected' | 'likely' | 'hinted' | 'repaired') =>
    files.reduce((all, { report }) => all + report[count], 0);
  // Maps, because an app may have the name of a member that every object has.
  const byCode = new Map<string, number>();
  const byApp = new Map<string, AppCount>();
  for (const { report } of files) {
    for (const [code, count] of Object.entries(report.byCode)) byCode.set(code, (byCode.get(code) ?? 0) + count);
    for (const [slug, count] of Object.entries(report.byApp)) {
      const app = byApp.get(slug) ?? { total: 0, accepted: 0, rejected: 0, likely: 0 };
      // biome-ignore lint/plugin: these are the names of counts.
      for (const name of Object.keys(app) as (keyof AppCount)[]) app[name] += count[name];
      byApp.set(slug, app);
    }
  }
  return {
    ...{ total: sum('total'), accepted: sum('accepted'), rejected: sum('rejected'), likely: sum('likely') },
    ...{ byCode: sorted(byCode), byApp: sorted(byApp) },
    hints: hints === false ? undefined : { rows: sum('hinted'), kinds: kindsOf(files) },
    accounts: {
      missing: placesOf(files, ({ accounts }) => accounts.missing),
      repeated: placesOf(files, ({ accounts }) => accounts.repeated),
    },
    repaired: repair ? sum('repaired') : undefined,
    files,
    isPartial,
  };
}

/** Sorts by key, so that the order of the rows does not matter. */
function sorted<T>(counts: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Most frequent first; equal ones in the order of the files. */
function kindsOf(files: readonly FileSummary[]): HintKind[] {
  const kinds = new Map<string, HintKind>();
  for (const { name, report } of files) {
    for (const hint of report.hints) addHint(kinds, name, hint);
  }
  const order = new Map(files.map(({ name }, index) => [name, index]));
  const keyOf = ({ places: [first], code, field }: HintKind) =>
    [order.get(first?.file ?? '') ?? 0, first?.line ?? 0, code, field] as const;
  return [...kinds.values()].sort((a, b) => b.count - a.count || compare(keyOf(a), keyOf(b)));
}

/** Compares the first members that differ. */
function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index < 0 ? 0 : (a[index] as number | string) < (b[index] as number | string) ? -1 : 1;
}

function addHint(kinds: Map<string, HintKind>, file: string, hint: HintCount): void {
  const { app, field, code, rows, fixable } = hint;
  const help = hintHelp(hint);
  const key = JSON.stringify([app, field, code, help]);
  let kind = kinds.get(key);
  if (kind === undefined) {
    kind = { app, field, code, help, count: 0, repairable: 0, places: [] };
    kinds.set(key, kind);
  }
  kind.repairable += fixable;
  addPlaces(kind, file, rows, hint.lines);
}

function placesOf(files: readonly FileSummary[], of: (report: RowsReport) => LineCount): Places {
  const sum: Places = { count: 0, places: [] };
  for (const { name, report } of files) addPlaces(sum, name, of(report).rows, of(report).lines);
  return sum;
}

function addPlaces(sum: Places, file: string, rows: number, lines: readonly number[]): void {
  sum.count += rows;
  for (const line of lines) if (sum.places.length < FIRST_PLACES) sum.places.push({ file, line });
}
