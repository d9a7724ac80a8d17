// A file that threads check gives the report that one checker gives of the same bytes.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { checkNdjsonFile } from '../dist/node.js';
import { checkNdjson, registerApp } from '../dist/rows.js';

const folder = mkdtempSync(join(tmpdir(), 'auth-object-'));
after(() => rmSync(folder, { recursive: true }));

const MEBIBYTE = 1 << 20;
let files = 0;

function fileOf(text) {
  const path = join(folder, `${files++}.ndjson`);
  writeFileSync(path, text);
  return path;
}

const rows = [
  '{"slug":"hubspot","linked_account_id":"a","auth_object":{"oauth2":{"access_token":"fake-access-token"}}}',
  '{"slug":"copper","linked_account_id":"b","auth_object":{"api_token":"fake-api-token"}}',
  '{"slug":"netsuite","linked_account_id":"c","auth_object":{"oauth2":{"refresh_token":7}}}',
  '{"slug":"nobody_knows","auth_object":{"a":"b"}}',
  '{"slug":"frappe_of_tests","auth_object":{"keybased":{"api_key":"fake"}}}',
  'no JSON',
  '',
];

/** Rows until there are so many bytes; padded, so that segments end everywhere in them. */
function text(bytes, end = '\n') {
  const lines = [];
  for (let size = 0, index = 0; size < bytes; index++) {
    const line = `${rows[index % rows.length]}${' '.repeat((index * 7919) % 6131)}${end}`;
    lines.push(line);
    size += line.length;
  }
  return lines.join('');
}

const long = (bytes) => `{"slug":"gmail","auth_object":{"refresh_token":"fake-${'x'.repeat(bytes)}"}}\n`;

const FILES = {
  empty: '',
  'one line end': '\n',
  'one row without a line end': rows[0],
  'small, without a line end': rows.join('\n'),
  'small, with CRLF': rows.join('\r\n'),
  'blank lines alone': ' \r\n\n\t\n',
  'several segments': text(9 * MEBIBYTE),
  'several segments, with CRLF': text(5 * MEBIBYTE, '\r\n'),
  'several segments, without a line end': text(5 * MEBIBYTE) + rows[2],
  'line ends where a segment ends': `${'{}'.padEnd(511)}\n`.repeat((8 * MEBIBYTE) / 512 + 1),
  'line ends before a segment does': `${' '.repeat(4 * MEBIBYTE - 2)}\n${rows[3]}\n${' '.repeat(4 * MEBIBYTE)}\n${rows[5]}`,
  'line ends after a segment does': `${' '.repeat(4 * MEBIBYTE)}\n${rows[3]}\n`,
  'a row longer than segments': `${rows[1]}\n${long(9 * MEBIBYTE)}${text(MEBIBYTE)}${long(5 * MEBIBYTE)}${rows[2]}`,
  'blank lines over segments': `${' '.repeat(1023)}\n`.repeat(5 * 1024) + rows[5],
};

describe('checkNdjsonFile', () => {
  for (const [name, content] of Object.entries(FILES)) {
    test(`${name}: as one checker`, async () => {
      const path = fileOf(content);
      const options = { linkedAccounts: ['a', 'b'], customApps: ['gmail'] };
      for (const more of [{}, { workers: 1 }, { ...options, workers: 2 }, { ...options, workers: 3 }]) {
        const { workers, ...rest } = more;
        const report = await checkNdjsonFile(path, more);
        assert.equal(JSON.stringify(report), JSON.stringify(checkNdjson(content, rest)), `${workers} workers`);
      }
    });
  }

  test('lookups: a Set crosses over, a has() of its own is asked here', async () => {
    const content = FILES['several segments'];
    const path = fileOf(content);
    const expected = JSON.stringify(checkNdjson(content, { linkedAccounts: ['a'] }));
    const own = { has: (id) => id === 'a' };
    for (const linkedAccounts of [new Set(['a']), new Map([['a', 1]]), own]) {
      assert.equal(JSON.stringify(await checkNdjsonFile(path, { linkedAccounts, workers: 2 })), expected);
    }
    const fault = new Error('fault of the lookup');
    const throws = {
      has() {
        throw fault;
      },
    };
    await assert.rejects(checkNdjsonFile(path, { linkedAccounts: throws }), fault);
  });

  test('registered apps are known to every thread', async () => {
    registerApp('frappe_of_tests', { keybased: { api_key: 'string', note: { type: 'string', required: false } } });
    const content = FILES['several segments'];
    const report = await checkNdjsonFile(fileOf(content), { workers: 2 });
    assert.equal(report.byApp.frappe_of_tests.rejected, 0);
    assert.deepEqual(report, checkNdjson(content));
  });

  test('failures as they come: in order, and none in the report', async () => {
    const content = FILES['several segments'];
    const { failures, ...counts } = checkNdjson(content);
    const seen = [];
    const report = await checkNdjsonFile(fileOf(content), {
      workers: 3,
      onFailures: async (more) => {
        await new Promise(setImmediate);
        seen.push(...more);
      },
    });
    assert.deepEqual(report, { ...counts, failures: [] });
    assert.deepEqual(seen, failures);
    const fault = new Error('fault of the caller');
    const throws = () => {
      throw fault;
    };
    await assert.rejects(checkNdjsonFile(fileOf(content), { onFailures: throws, workers: 2 }), fault);
  });

  test('a URL names a file', async () => {
    const content = FILES['several segments'];
    const expected = checkNdjson(content);
    expected.failures.length = 0;
    const { total, accepted } = await checkNdjsonFile(pathToFileURL(fileOf(content)), { workers: 2 });
    assert.equal(total, expected.total);
    assert.ok(accepted > 0);
  });

  test('what is no file is an Error that says so', async () => {
    await assert.rejects(
      checkNdjsonFile(join(folder, 'missing.ndjson')),
      /^Error: checkNdjsonFile: the file cannot be opened: ENOENT.*missing\.ndjson/,
    );
    await assert.rejects(checkNdjsonFile(folder), /^Error: checkNdjsonFile: .* is no regular file/);
  });

  test('what is no option is a TypeError', async () => {
    const path = fileOf('');
    await assert.rejects(checkNdjsonFile(path, { worker: 2 }), /^TypeError: checkNdjsonFile: unknown option "worker"/);
    await assert.rejects(checkNdjsonFile(path, { workers: 0 }), /^TypeError: checkNdjsonFile: the option "workers"/);
    await assert.rejects(
      checkNdjsonFile(path, { onFailures: 1 }),
      /^TypeError: checkNdjsonFile: the option "onFailures"/,
    );
  });
});
