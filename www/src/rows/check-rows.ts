/** Checks the rows of a file, block by block. */
import { checkNdjson, checkRequest, type Hint, type Issue } from 'auth-object/rows';
import type { Cause, Row, Summary } from './row.ts';

const HEADERS = { 'x-api-key': 'not-in-the-row', linked_account_id: 'not-in-the-row' };
const FIRST_LINES = 5;
/** More causes than anybody reads; what comes after is counted only. */
const MOST_CAUSES = 500;

export class RowsCheck {
  readonly #causes = new Map<string, Cause>();
  total = 0;
  rejected = 0;
  likely = 0;
  hinted = 0;

  add(rows: readonly Row[]): void {
    const failures = failuresOf(rows);
    for (const [index, row] of rows.entries()) {
      this.total += 1;
      const failure = failures.get(index);
      if (row.fault !== undefined) {
        this.rejected += 1;
        this.#count('rejected', 'invalid_csv', '', row.fault, row.line, { help: row.fault, isFixable: false });
      } else if (failure !== undefined) {
        this.#addFailure(row, failure.slug ?? '', failure.code, failure.key);
      } else {
        this.#addHints(row);
      }
    }
  }

  #addFailure(row: Row, slug: string, code: string, key: string): void {
    const known = this.#causes.get(`r ${slug} ${code} ${key}`);
    let kind = known?.kind;
    if (known === undefined) {
      // Why a row is rejected is the same for all of its kind: it is asked once.
      const verdict = checkRequest({ headers: HEADERS, body: row.text });
      const issue = verdict.ok ? undefined : verdict.issues[0];
      kind = issue?.certainty === 'likely' ? 'likely' : 'rejected';
      const isFixable = verdict.hints.some(({ path, fix }) => fix && issue && path.join() === issue.path.join());
      this.#count(kind, code, slug, key, row.line, { help: issue?.help ?? '', message: issue?.message, isFixable });
    } else {
      count(known, row.line);
    }
    this.rejected += 1;
    if (kind === 'likely') this.likely += 1;
  }

  #addHints(row: Row): void {
    const verdict = checkRequest({ headers: HEADERS, body: row.text });
    const hints = verdict.hints.filter(({ path }) => path[0] !== 'headers');
    if (hints.length > 0) this.hinted += 1;
    for (const hint of hints) {
      const field = String(hint.path.at(-1));
      this.#count('hint', hint.code, verdict.slug ?? '', field, row.line, {
        help: `${field}: ${hint.help}`,
        isFixable: !!hint.fix,
      });
    }
  }

  #count(
    kind: Cause['kind'],
    code: string,
    slug: string,
    key: string,
    line: number,
    words: { help: string; message?: string | undefined; isFixable: boolean },
  ): void {
    const id = `${kind === 'hint' ? 'h' : 'r'} ${slug} ${code} ${key}`;
    const known = this.#causes.get(id);
    if (known !== undefined) {
      count(known, line);
    } else if (this.#causes.size < MOST_CAUSES) {
      const { help, message, isFixable } = words;
      this.#causes.set(id, {
        kind,
        code,
        slug,
        help,
        isFixable,
        count: 1,
        lines: [line],
        ...(message !== undefined && { message }),
      });
    }
  }

  summary(format: string, ms: number): Summary {
    const { total, rejected, likely, hinted } = this;
    const causes = [...this.#causes.values()].sort(
      (a, b) => Number(a.kind === 'hint') - Number(b.kind === 'hint') || b.count - a.count,
    );
    const fixable = causes.some(({ isFixable }) => isFixable);
    return { format, total, accepted: total - rejected, rejected, likely, hinted, fixable, causes, ms };
  }
}

function count(cause: Cause, line: number): void {
  cause.count += 1;
  if (cause.lines.length < FIRST_LINES) cause.lines.push(line);
}

/** The failed rows of a block by their place in it: one fast pass without words. */
function failuresOf(rows: readonly Row[]): Map<number, { code: string; slug: string | undefined; key: string }> {
  const { failures } = checkNdjson(rows.map(({ text }) => text || '0').join('\n'));
  return new Map(failures.map(({ line, code, slug, path }) => [line - 1, { code, slug, key: path.join('.') }]));
}

/** The full verdict of a row, for exports. */
export function checkRow(row: Row): { ok: boolean; issues: readonly Issue[]; hints: readonly Hint[] } {
  const verdict = checkRequest({ headers: HEADERS, body: row.text });
  return { ok: verdict.ok, issues: verdict.ok ? [] : verdict.issues, hints: verdict.hints };
}
