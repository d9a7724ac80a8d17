// `auth-object check` writes whole documents, whatever ends it.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, test } from 'vitest';
import { run, scratch, start } from '../testing/run.ts';

const folder = scratch();
const GOOD = '{"slug":"gmail","linked_account_id":"a","auth_object":{"refresh_token":"fake"}}\n';
const BAD = '{"slug":"gmail","linked_account_id":"a","auth_object":{}}\n';
writeFileSync(join(folder, 'rows.ndjson'), (GOOD + BAD).repeat(1000));
writeFileSync(join(folder, 'cut.gz'), gzipSync((GOOD + BAD).repeat(1000)).subarray(0, -50));

const isWhole = {
  json(text: string) {
    const { total, failures, partial } = JSON.parse(text);
    assert.ok(total > 0 && failures.length > 0);
    return partial;
  },
  sarif(text: string) {
    const [{ results, invocations }] = JSON.parse(text).runs;
    assert.ok(results.length > 0);
    return !invocations[0].executionSuccessful;
  },
  junit(text: string) {
    assert.match(
      text,
      /^<\?xml .*<testsuites [^>]*>\n(?: {2}<testsuite [^>]*>\n(?: {4}.*\n)* {2}<\/testsuite>\n)+<\/testsuites>\n$/s,
    );
    return text.includes('(ended early)');
  },
};

describe('a whole document', () => {
  for (const [report, verify] of Object.entries(isWhole)) {
    test(`${report}: after an input that cannot be read to its end`, async () => {
      const { code, stdout } = await run(['check', 'cut.gz', 'missing', '--report', report], { cwd: folder });
      assert.equal(code, 2);
      assert.equal(verify(stdout), report === 'sarif');
      assert.match(stdout, /the gzip data is cut off/);
      assert.match(stdout, /does not exist/);
    });

    test(`${report}: after Ctrl-C`, async () => {
      const child = start(['check', '-', '--report', report, '--output', report], { cwd: folder });
      child.stdin.on('error', () => {}).write((GOOD + BAD).repeat(1000));
      // The report is begun when its file is there, and the rows are read soon after.
      while (!readdirSync(folder).some((name) => name.startsWith(`${report}.`) && name.endsWith('.part')))
        await wait(20);
      await wait(1000);
      child.kill('SIGINT');
      assert.deepEqual(await once(child, 'close'), [130, null]);
      assert.equal(verify(readFileSync(join(folder, report), 'utf8')), true);
    });

    test(`${report}: after a disk that is full`, { skip: !isDevice('/dev/full') }, async () => {
      const args = ['check', 'rows.ndjson', '--report', report, '--out-ok', '/dev/full', '--out-bad', 'bad'];
      const { code, stdout, stderr } = await run(args, { cwd: folder });
      assert.equal(code, 2);
      assert.match(stderr, /^error: Cannot write \/dev\/full: the disk is full\.$/m);
      assert.equal(verify(stdout), true);
      assert.equal(existsSync(join(folder, 'bad')), false);
    });
  }
});

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function isDevice(path: string) {
  return statSync(path, { throwIfNoEntry: false })?.isCharacterDevice() === true;
}
