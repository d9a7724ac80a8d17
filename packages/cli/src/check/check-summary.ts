/** The results of all inputs together. */
import type { AppCount, LineCount, RowsReport } from 'auth-object/rows';
import { type HintGroup, hintGroups } from './hint-groups.ts';
import { addPlaces, type Places } from './places.ts';

/** The result of one input. */
export interface FileSummary {
  /** The name as it was typed; `-` is standard input. */
  readonly name: string;
  readonly report: RowsReport;
  /** Why it could not be read, or not to its end. */
  readonly error?: string | undefined;
}

/** The result of all inputs. */
export interface Summary {
  readonly total: number;
  readonly accepted: number;
  /** Includes the likely ones. */
  readonly rejected: number;
  /** The rejected rows that the endpoint may accept, because our schema is not confirmed. */
  readonly likely: number;
  readonly byCode: Readonly<Record<string, number>>;
  readonly byApp: Readonly<Record<string, AppCount>>;
  /** `undefined` with `--no-hints`. */
  readonly hints: { readonly rows: number; readonly causes: readonly HintGroup[] } | undefined;
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
    ...{ lines: 0, total: 0, accepted: 0, rejected: 0, likely: 0, byCode: {}, byApp: {} },
    ...{ hinted: 0, hints: [] },
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
    hints: hints === false ? undefined : { rows: sum('hinted'), causes: hintGroups(files) },
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

function placesOf(files: readonly FileSummary[], of: (report: RowsReport) => LineCount): Places {
  const sum: Places = { count: 0, places: [] };
  for (const { name, report } of files) addPlaces(sum, name, of(report).rows, of(report).lines);
  return sum;
}
