/** Groups rejected rows by cause. */
import { printable } from '@auth-object/reference';
import type { RejectedRow } from 'auth-object/rows';
import type { Cause } from './summary.ts';

const FIRST_LINES = 5;
/** More than anybody reads. Rows with other causes are only counted. */
export const MAX_CAUSES = 500;

type Issues = RejectedRow['issues'];
type Growing = Cause & { lines: number[] };

export class Causes {
  readonly #byKey = new Map<string, Growing>();
  /** Rows with the same cause share their `issues`, so most rows need no key. */
  readonly #byIssues = new WeakMap<Issues, Growing>();
  /** Rows whose cause is not kept. */
  uncaused = 0;

  add(row: RejectedRow): void {
    const slug = printable(row.slug ?? '');
    const shared = this.#byIssues.get(row.issues);
    const cause = shared?.slug === slug ? shared : this.#find(row, slug);
    if (cause === undefined) {
      this.uncaused += 1;
      return;
    }
    this.#byIssues.set(row.issues, cause);
    cause.count += 1;
    if (cause.lines.length < FIRST_LINES) cause.lines.push(row.line);
  }

  #find({ certainty, issues }: RejectedRow, slug: string): Growing | undefined {
    const [issue] = issues;
    if (issue === undefined) return undefined;
    const { code, path } = issue;
    const help = withoutPlace(issue);
    const kind = certainty === 'likely' ? 'likely' : 'rejected';
    const key = JSON.stringify([kind, slug, code, path, help]);
    const existing = this.#byKey.get(key);
    if (existing !== undefined || this.#byKey.size >= MAX_CAUSES) return existing;
    const cause: Growing = { kind, code, slug, help, isFixable: false, count: 0, lines: [] };
    this.#byKey.set(key, cause);
    return cause;
  }

  /** @returns The causes, the most frequent first. */
  list(): Cause[] {
    return [...this.#byKey.values()].sort((a, b) => b.count - a.count);
  }
}

/** The place of a syntax error is different in every row. */
function withoutPlace({ reason, help }: Issues[0]): string {
  if (reason !== 'not_json' && reason !== 'object_cell') return help;
  return help.replace(/ \((?:line|character) \d[^()]*\)$/, '');
}
