// A file on disk gives the report that its bytes give at once, whichever threads check it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { describe, test } from 'vitest';
import { entryUrl } from '../testing/processes.ts';
import { CSV, fileOf, long, MEBIBYTE, rows, SEVERAL, same, text } from '../testing/rows-files.ts';
import type { Untyped } from '../testing/untyped.ts';
import { checkRowsFile } from '../testing/untyped-node.ts';
import { checkRows, RowChecker } from '../testing/untyped-rows.ts';

/** Accepted rows, each with one hint. */
const [a, b] = [
  '{"access_token":" fake","refresh_token":"fake"}',
  '{"access_token":"fake","refresh_token":" fake"}',
].map((object) => `{"slug":"hubspot","linked_account_id":"a","auth_object":${object}}`);

const NDJSON = {
  empty: '',
  'one line end': '\n',
  'one row without a line end': rows[0],
  'small, without a line end': rows.join('\n'),
  'small, with CRLF': rows.join('\r\n'),
  'blank lines alone': ' \r\n\n\t\n',
  'several segments': SEVERAL,
  'several segments, with CRLF': text(5 * MEBIBYTE, '\r\n'),
  'several segments, without a line end': text(5 * MEBIBYTE) + rows[2],
  'line ends where a segment ends': `${'{}'.padEnd(511)}\n`.repeat((8 * MEBIBYTE) / 512 + 1),
  'line ends before a segment does': `${rows[0]}\n${' '.repeat(4 * MEBIBYTE - 3 - rows[0].length)}\n${rows[3]}\n${' '.repeat(4 * MEBIBYTE)}\n${rows[6]}`,
  'line ends after a segment does': `${rows[0]}\n${' '.repeat(4 * MEBIBYTE)}\n${rows[3]}\n`,
  'a row longer than segments': `${rows[1]}\n${long(9 * MEBIBYTE)}${text(MEBIBYTE)}${long(5 * MEBIBYTE)}${rows[2]}`,
  'a row longer than the limit': `${rows[1]}\n${long(17 * MEBIBYTE)}${rows[2]}\n`,
  'blank lines over segments': `${rows[0]}\n${`${' '.repeat(1023)}\n`.repeat(5 * 1024)}${rows[6]}`,
  'hints whose order the segments change': `${b}\n${a}\n${a}\n${a}\n${b}\n${`${' '.repeat(1023)}\n`.repeat(4 * 1024)}${b}\n`,
  'a mark of bytes inside': `${text(5 * MEBIBYTE)}\ufeff${rows[0]}\n${text(5 * MEBIBYTE)}`,
};

const OTHERS = {
  'NDJSON with a byte order mark': `\ufeff${SEVERAL}`,
  'NDJSON as UTF-16': Buffer.from(`\ufeff${text(MEBIBYTE)}`, 'utf16le'),
  JSON: `[${SEVERAL.split('\n')
    .slice(0, -1)
    .filter((line) => line.startsWith('{'))
    .join(',\n')}]`,
  'objects one after another': `{\n${SEVERAL.slice(1)}`,
  CSV,
  'no format': 'hello, world\n'.repeat(MEBIBYTE),
  gzip: Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0),
};

/** What the chunks of a stream give. */
async function streamed(path, options) {
  const checker = new RowChecker(options);
  const listed: Untyped[] = [];
  for await (const chunk of createReadStream(path)) listed.push(...checker.push(chunk));
  const report = checker.end();
  return { ...report, rows: listed.concat(report.rows) };
}

describe('checkRowsFile: as the bytes at once', () => {
  const lookups = { linkedAccounts: ['a', 'b', 'ä'], customApps: ['gmail'] };
  for (const [name, content] of Object.entries(NDJSON)) {
    test(name, async () => {
      const path = fileOf(content);
      for (const options of [{ list: 'hinted' }, lookups]) {
        const expected = checkRows(content, options);
        for (const workers of [undefined, 1, 2, 5]) {
          same(await checkRowsFile(path, { ...options, workers }), expected, `${workers} workers`);
        }
      }
    });
  }

  for (const [name, content] of Object.entries(OTHERS)) {
    test(name, async () => {
      const path = fileOf(content);
      const options = { now: 0, list: 'hinted', fallback: name.startsWith('no') ? undefined : 'csv' };
      const expected = checkRows(content, options);
      assert.ok(expected.accounts.repeated.rows > 0 || expected.total === 0 || name.includes('UTF-16'));
      same(await checkRowsFile(path, options), expected, 'file');
      same(await streamed(path, options), expected, 'stream');
    });
  }

  test('hints and repeated accounts are counted over segments', async () => {
    const { hints, accounts } = await checkRowsFile(fileOf(SEVERAL), { workers: 2 });
    assert.ok(accounts.repeated.rows > 100 && accounts.missing.rows > 100);
    assert.ok(hints.every(({ rows: count, lines }) => count > 100 && lines.length === 5));
  });

  test('a mapping', async () => {
    const content = SEVERAL.replaceAll('"slug"', '"app"');
    const options = { map: { app: 'slug', nothing: 'auth_type' }, set: { linked_account_id: 'z' }, list: 'hinted' };
    const report = await checkRowsFile(fileOf(content), { ...options, workers: 2 });
    same(report, checkRows(content, options));
    assert.ok(report.accepted > 100 && report.columns[0].rows > 100 && report.columns[1].rows === 0);
    await assert.rejects(checkRowsFile(fileOf(content), { map: { app: 'slugs' } }), { code: 'unknown_target' });
  });

  test('an export', async () => {
    const row = '{"connection_id":"a","provider_config_key":"hubspot"}\n';
    for (const content of [row + SEVERAL, SEVERAL + row]) {
      const report = await checkRowsFile(fileOf(content), { workers: 2 });
      same(report, checkRows(content));
      assert.equal(report.export?.platform, content.startsWith(row) ? 'Nango' : undefined);
    }
  });

  test('repairs and encodings', async () => {
    const path = fileOf(SEVERAL);
    const repaired = await checkRowsFile(path, { repair: true, workers: 2 });
    assert.ok(repaired.repaired > 100);
    same(repaired, checkRows(SEVERAL, { repair: true }));
    const encoding = 'windows-1252';
    same(await checkRowsFile(path, { encoding }), checkRows(new TextEncoder().encode(SEVERAL), { encoding }));
  });

  test('all lists, without hints too', async () => {
    const path = fileOf(SEVERAL);
    for (const list of ['rejected', 'hinted', 'all']) {
      const options = { list, hints: list === 'rejected', trust: 'documented', format: 'ndjson' };
      same(await checkRowsFile(path, { ...options, workers: 2 }), checkRows(SEVERAL, options), list);
    }
  });

  test.skipIf(process.platform === 'win32')('a pipe', () => {
    const script = `
      import { checkRowsFile } from ${JSON.stringify(entryUrl('node'))};
      const { total, accepted, format } = await checkRowsFile("/dev/stdin");
      console.log(JSON.stringify([total, accepted, format]));`;
    for (const content of [SEVERAL, CSV, '']) {
      const { total, accepted, format } = checkRows(content);
      const command = `cat ${fileOf(content)} | ${process.execPath} --input-type=module --eval '${script}'`;
      assert.deepEqual(JSON.parse(execFileSync('sh', ['-c', command], { encoding: 'utf8' })), [
        total,
        accepted,
        format,
      ]);
    }
  });
});
