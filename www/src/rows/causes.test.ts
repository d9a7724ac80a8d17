import type { RejectedRow } from 'auth-object/rows';
import { describe, expect, it } from 'vitest';
import { Causes, MAX_CAUSES } from './causes.ts';

const issue = { code: 'slug_required', path: ['slug'], help: 'Name the app.' };

function row(line: number, change: object = {}): RejectedRow {
  return { line, ok: false, certainty: 'certain', issues: [issue], slug: 'gmail', ...change } as unknown as RejectedRow;
}

describe('Causes', () => {
  it('groups rows by app, certainty, code, place and help, whether they share their issues or not', () => {
    const causes = new Causes();
    const shared = row(1).issues;
    for (const each of [
      row(1, { issues: shared }),
      row(2, { issues: shared, slug: 'slack' }),
      row(3, { issues: shared }),
      row(4),
      row(5, { certainty: 'likely' }),
      row(6, { issues: [{ ...issue, path: ['body'] }] }),
      row(7, { issues: [{ ...issue, help: 'Else.' }] }),
    ]) {
      causes.add(each);
    }
    expect(causes.list().map(({ kind, slug, lines, count }) => [kind, slug, lines, count])).toEqual([
      ['rejected', 'gmail', [1, 3, 4], 3],
      ['rejected', 'slack', [2], 1],
      ['likely', 'gmail', [5], 1],
      ['rejected', 'gmail', [6], 1],
      ['rejected', 'gmail', [7], 1],
    ]);
  });

  it('leaves out the place of a syntax error in a row', () => {
    const causes = new Causes();
    for (const place of ['line 1, column 9', 'line 2, column 12']) {
      const help = `The JSON ends too early. It was probably cut off. (${place})`;
      causes.add(row(1, { issues: [{ ...issue, reason: 'not_json', help }] }));
    }
    const help = 'Expected a comma. (character 12 of the cell)';
    causes.add(row(2, { issues: [{ ...issue, reason: 'object_cell', help }] }));
    expect(causes.list().map(({ help, count }) => [help, count])).toEqual([
      ['The JSON ends too early. It was probably cut off.', 2],
      ['Expected a comma.', 1],
    ]);
  });

  it('keeps five lines of a cause, and a limited number of causes', () => {
    const causes = new Causes();
    for (let line = 1; line <= MAX_CAUSES + 10; line++) causes.add(row(line, { slug: `app-${line}` }));
    for (let line = 1; line <= 8; line++) causes.add(row(1000 + line, { slug: 'app-1' }));
    expect(causes.list()).toHaveLength(MAX_CAUSES);
    expect(causes.list()[0]).toMatchObject({ count: 9, lines: [1, 1001, 1002, 1003, 1004] });
    expect(causes.uncaused).toBe(10);
  });
});
