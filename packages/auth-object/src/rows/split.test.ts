// However a file is split into chunks, its report and rows are the same.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'vitest';
import type { Untyped } from '../testing/untyped.ts';
import { checkRows, RowChecker } from '../testing/untyped-rows.ts';

const RUNS = Number(process.env.RUNS ?? 300);

const PIECES = {
  ndjson: [
    '{"slug":"hubspot","linked_account_id":"a","auth_object":{"access_token":"fäke-😀"}}',
    '{"slug":"slack","auth_object":{"access_token":" fake"}}',
    '{"slug":"nobody_knows","auth_object":{"a":"b"}}',
    '{"slug":"slack","auth_object":{"access_token":"\\u00e9\\n"',
    ...['{', '}', '"', '\\', ' ', '\t', '\n', '\r\n', '\r', '\ufeff', '😀', '[[[['],
  ],
  json: [
    '{"slug":"hubspot",\n"linked_account_id":"a","auth_object":{"access_token":"fäke-😀"}}',
    '{"slug":"slack","auth_object":{"access_token":" fake"}}',
    ...['[', ']', ',', ',\n', '{', '}', '"', '\\"', '7', 'null', ' ', '\n', '\r\n', '\ufeff', '😀'],
  ],
  csv: [
    'slug,linked_account_id,access_token\n',
    'sep=;\r\n',
    'Slug;Access Token;auth_object\r\n',
    'hubspot,a,fake-access\n',
    'hubspot;fake;\n',
    'slack;;"{""access_token"":""fake""}"\r\n',
    'slak,"a\nb","fa""ke"\n',
    ...['hubspot', 'slug', ',', ';', '\t', '"', '""', '\n', '\r\n', '\r', ' ', '\ufeff', 'ä', '😀'],
  ],
};
const STARTS = { ndjson: ['', '\ufeff'], json: ['[', '\ufeff['], csv: ['slug,linked_account_id,access_token\n', ''] };

const file = (format) =>
  fc
    .tuple(fc.constantFrom(...STARTS[format]), fc.array(fc.constantFrom(...PIECES[format]), { maxLength: 30 }))
    .map(([start, pieces]) => start + pieces.join(''));
const options = (format) =>
  fc.record(
    {
      format: fc.constant(format),
      list: fc.constantFrom('rejected', 'hinted', 'all'),
      hints: fc.boolean(),
      repair: fc.boolean(),
      linkedAccounts: fc.constant(['a']),
      limits: fc.record({
        requestBytes: fc.integer({ min: 8, max: 90 }),
        nesting: fc.constantFrom(2, 3),
        cells: fc.constantFrom(2, 3),
      }),
    },
    { requiredKeys: [] },
  );
const cuts = fc.array(fc.nat(400), { maxLength: 12 });

function inChunks(whole, places: number[], given) {
  const checker = new RowChecker({ now: 0, ...given });
  const rows: Untyped[] = [];
  const ends = [...new Set(places.map((place) => place % (whole.length + 1)))].sort((a, b) => a - b);
  let start = 0;
  for (const end of [...ends, whole.length]) {
    rows.push(...checker.push(whole.slice(start, end)));
    start = end;
  }
  const report = checker.end();
  return { ...report, rows: [...rows, ...report.rows] };
}

for (const format of Object.keys(PIECES)) {
  test(`${format}: any split of bytes or of a string gives the same report`, () => {
    fc.assert(
      fc.property(file(format), options(format), cuts, (text, given, places) => {
        const expected = checkRows(text, { now: 0, ...given });
        assert.deepEqual(inChunks(text, places, given), expected);
        assert.deepEqual(inChunks(new TextEncoder().encode(text), places, given), expected);
      }),
      { numRuns: RUNS },
    );
  });

  test(`${format}: the counts agree with each other and with the rows`, () => {
    fc.assert(
      fc.property(file(format), options(format), (text, given) => {
        const report = checkRows(text, { now: 0, ...given, list: 'all' });
        const { total, accepted, rejected, likely, byCode, byApp, hinted, hintCauses = [], repaired, rows } = report;
        const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);
        const count = (is) => rows.filter(is).length;
        assert.equal(total, accepted + rejected);
        assert.deepEqual([rows.length, count(({ ok }) => !ok)], [total, rejected]);
        assert.equal(sum(Object.values(byCode)), rejected);
        for (const name of ['total', 'accepted', 'rejected', 'likely']) {
          assert.equal(sum(Object.values<Untyped>(byApp).map((app) => app[name])), report[name], name);
        }
        assert.equal(
          count(({ certainty }) => certainty === 'likely'),
          likely,
        );
        assert.equal(
          count(({ ok, hints }) => ok && hints.length > 0),
          hinted,
        );
        for (const { code, variant, rows: counted, lines } of hintCauses) {
          const has = (row) => row.ok && row.hints.some((hint) => hint.code === code && hint.variant === variant);
          assert.equal(count(has), counted, code);
          assert.deepEqual(
            rows
              .filter(has)
              .slice(0, 5)
              .map(({ line }) => line),
            lines,
          );
        }
        assert.equal(
          count((row) => row.repaired !== undefined),
          repaired,
        );
        let last = 0;
        for (const { start, end } of rows) {
          assert.ok(last <= start && start <= end);
          last = end;
        }
      }),
      { numRuns: RUNS },
    );
  });
}
