// `auth-object check` and gzip that is damaged, cut off or followed by other bytes: the report says what was checked.
import assert from 'node:assert/strict';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';
import { describe, test } from 'vitest';
import { run, scratch } from '../testing/run.ts';

const folder = scratch();
const path = (name: string) => join(folder, name);
const row = (number: number) =>
  JSON.stringify({ slug: 'gmail', linked_account_id: `${number}`, auth_object: { refresh_token: 'fake' } });
const ROWS = Array.from({ length: 2000 }, (_, number) => `${row(number)}\n`).join('');

/** Checks the bytes: how it ends, and what is reported. */
async function check(bytes: Uint8Array, ...args: string[]) {
  writeFileSync(path('rows.gz'), bytes);
  const { code, stdout, stderr } = await run(['check', 'rows.gz', '--report', 'json', ...args], { cwd: folder });
  const { total, rejected, files } = JSON.parse(stdout);
  return { code, stderr, total, rejected, error: files[0].error };
}

const withByte = (bytes: Buffer, at: number, byte: number) =>
  Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), bytes.subarray(at + 1)]);

describe('gzip', () => {
  const packed = gzipSync(ROWS);

  test('members one after another, and zeros as padding', async () => {
    const { code, total, stderr } = await check(Buffer.concat([gzipSync(ROWS), packed, Buffer.alloc(1000)]));
    assert.deepEqual([code, total, stderr], [0, 4000, '']);
  });

  test('a wrong checksum: every row is checked, and the report says that it is wrong', async () => {
    const wrong = withByte(packed, packed.length - 8, (packed.at(-8) as number) ^ 1);
    const { code, total, error, stderr } = await check(wrong);
    assert.deepEqual([code, total], [2, 2000]);
    assert.equal(
      error,
      'could be unpacked only up to row 2000 (line 2000): the checksum is wrong. The rows up to there were checked.',
    );
    assert.equal(stderr, `error: rows.gz ${error}\n`);
    // The last row lacks its line end, and is whole all the same.
    const single = gzipSync(row(1));
    assert.equal((await check(withByte(single, single.length - 8, (single.at(-8) as number) ^ 1))).total, 1);
  });

  test('a header with a long name and comment, whole or cut off', async () => {
    const text = Buffer.concat([Buffer.alloc(300_000, 'n'), Buffer.alloc(1)]);
    const head = withByte(packed.subarray(0, 10), 3, 8 | 16);
    const { code, total, stderr } = await check(Buffer.concat([head, text, text, packed.subarray(10)]));
    assert.deepEqual([code, total, stderr], [0, 2000, '']);
    for (const cut of [text.subarray(0, -1), text, Buffer.concat([text, text])]) {
      const { code, total, error } = await check(Buffer.concat([head, cut]));
      assert.deepEqual([code, total], [2, 0]);
      assert.equal(error, 'could not be unpacked: the gzip data is cut off. No row was checked.');
    }
  });

  test('gzip inside gzip, empty members, and a row over two members', async () => {
    const { code, error } = await check(gzipSync(packed));
    assert.deepEqual([code, error], [2, 'is compressed with gzip. Unpack it.']);
    const [empty, start, end] = ['', ROWS.slice(0, 1000), ROWS.slice(1000)].map((text) => gzipSync(text));
    const pieces = [empty, start, empty, empty, end, empty] as Buffer[];
    const members = await check(Buffer.concat(pieces), '--out-ok', 'ok');
    assert.deepEqual([members.code, members.total], [0, 2000]);
    assert.ok(readFileSync(path('ok'), 'utf8') === ROWS);
  });

  test('bytes after the end', async () => {
    const { code, total, error } = await check(Buffer.concat([gzipSync(ROWS + row(1)), Buffer.from('trailing')]));
    assert.deepEqual([code, total], [2, 2001]);
    assert.equal(error, 'has 8 bytes after the end of its gzip data, which were not read.');
  });

  test('cut off: the row that it ends in is not checked', async () => {
    const { code, total, rejected, error, stderr } = await check(packed.subarray(0, -1000), '--out-ok', 'ok');
    assert.deepEqual([code, rejected], [2, 0]);
    assert.ok(total > 1000 && total < 2000);
    assert.equal(
      error,
      `could be unpacked only up to row ${total} (line ${total}): the gzip data is cut off. The rows up to there were checked.`,
    );
    assert.match(stderr, /note: rows\.gz: only the rows that were checked are in the files/);
    assert.equal(
      readFileSync(path('ok'), 'utf8'),
      ROWS.split('\n')
        .slice(0, total)
        .map((line) => `${line}\n`)
        .join(''),
    );
    const csv = gzipSync(`slug,refresh_token\n${'gmail,fake-token\n'.repeat(2000)}`);
    const cut = await check(csv.subarray(0, -20));
    assert.deepEqual([cut.code, cut.rejected], [2, 0]);
    assert.match(cut.error, new RegExp(`up to row ${cut.total} \\(line ${cut.total + 1}\\)`));
  });

  test('cut off in an array: neither the element nor the array is rejected', async () => {
    const array = `[\n${ROWS.trimEnd().replaceAll('\n', ',\n')}\n]`;
    const { code, total, rejected, error } = await check(gzipSync(array).subarray(0, -1000));
    assert.deepEqual([code, rejected], [2, 0]);
    assert.match(error, new RegExp(`up to row ${total} .* the gzip data is cut off`));
  });

  test('damaged from the beginning', async () => {
    for (const bytes of [
      Buffer.concat([packed.subarray(0, 12), Buffer.alloc(50, 7)]),
      Buffer.from([0x1f, 0x8b, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    ]) {
      const { code, total, error } = await check(bytes);
      assert.deepEqual([code, total], [2, 0]);
      assert.equal(error, 'could not be unpacked: the gzip data is damaged. No row was checked.');
    }
  });
});

/** Some hundred kB of gzip with one line of this length between two good rows. */
async function bomb(name: string, bytes: number) {
  function* text() {
    yield `${row(1)}\n{"slug":"gmail","auth_object":{"refresh_token":"`;
    const part = Buffer.alloc(1 << 20, 'x');
    for (let length = 0; length < bytes; length += part.length) yield part;
    yield `"}}\n${row(2)}\n`;
  }
  await pipeline(Readable.from(text()), createGzip({ level: 1 }), createWriteStream(path(name)));
}

/** The most memory that the command had, in bytes. */
async function peak(name: string): Promise<number> {
  const report = 'process.on("exit", () => console.error(process.resourceUsage().maxRSS))';
  const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(report)}` };
  const args = ['check', name, '--report', 'json', '--out-ok', 'ok', '--out-bad', 'bad'];
  const { code, stdout, stderr } = await run(args, { cwd: folder, env });
  const { total, rejected, failures } = JSON.parse(stdout);
  assert.deepEqual([code, total, rejected, failures[0].line, failures[0].code], [1, 3, 1, 2, 'too_large']);
  assert.equal(readFileSync(path('ok'), 'utf8'), `${row(1)}\n${row(2)}\n`);
  assert.match(stderr, /^note: 1 row too large to be checked is in no file\.$/m);
  return Number(/^\d+$/m.exec(stderr)?.[0]) * 1024;
}

test('a line bomb is one row that is too large, and the memory stays flat', { timeout: 60_000 }, async () => {
  await bomb('small.gz', 40e6);
  await bomb('large.gz', 400e6);
  const [small, large] = [await peak('small.gz'), await peak('large.gz')];
  // A third of what the line has more; the collector takes its time.
  assert.ok(large - small < 120e6, `${small} ${large}`);
});
