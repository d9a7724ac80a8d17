/** Groups rejected rows by what is wrong with them. */
import type { RejectedRow } from 'auth-object/rows';
import type { Cause } from './summary.ts';

const FIRST_LINES = 5;
/** More than anybody reads. Rows with other causes are counted only. */
export const MOST_CAUSES = 500;

type Issues = RejectedRow['issues'];
type Growing = Cause & { lines: number[] };

export class Causes {
  readonly #byKey = new Map<string, Growing>();
  /** Rows with the same cause share their issues, so most rows need no key. */
  readonly #byIssues = new WeakMap<Issues, Growing>();
  /** Rows whose cause is not kept. */
  uncaused = 0;

  add(row: RejectedRow): void {
    const known = this.#byIssues.get(row.issues);
    const cause = known !== undefined && known.slug === (row.slug ?? '') ? known : this.#find(row);
    if (cause === undefined) {
      this.uncaused += 1;
      return;
    }
    this.#byIssues.set(row.issues, cause);
    cause.count += 1;
    if (cause.lines.length < FIRST_LINES) cause.lines.push(row.line);
  }

  #find({ slug = '', certainty, issues }: RejectedRow): Growing | undefined {
    const [issue] = issues;
    if (issue === undefined) return undefined;
    const { code, path } = issue;
    const help = withoutPlace(issue);
    const kind = certainty === 'likely' ? 'likely' : 'rejected';
    const key = JSON.stringify([kind, slug, code, path, help]);
    const known = this.#byKey.get(key);
    if (known !== undefined || this.#byKey.size >= MOST_CAUSES) return known;
    const cause: Growing = { kind, code, slug, help, isFixable: false, count: 0, lines: [] };
    this.#byKey.set(key, cause);
    return cause;
  }

  /** @returns The causes, the most frequent first. */
  list(): Cause[] {
    return [...this.#byKey.values()].sort((a, b) => b.count - a.count);
  }
}

/** The place of a fault in JSON is different in every row. */
function withoutPlace({ reason, help }: Issues[0]): string {
  if (reason !== 'not_json' && reason !== 'object_cell') return help;
  return help.replace(/ \((?:line|character) \d[^()]*\)$/, '');
}
