// The options of checkRowsFile: lookups, callbacks, a signal; and what it throws.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, test } from 'vitest';
import { entryUrl, scriptArgs } from '../testing/processes.ts';
import { CSV, fileOf, folder, MEBIBYTE, rows, SEVERAL, same } from '../testing/rows-files.ts';
import type { Untyped } from '../testing/untyped.ts';
import { checkRowsFile } from '../testing/untyped-node.ts';
import { checkRows, registerApp } from '../testing/untyped-rows.ts';

describe('checkRowsFile', () => {
  test('lookups: a Set is copied to threads, an own has() is called in this one', async () => {
    const path = fileOf(SEVERAL);
    const expected = checkRows(SEVERAL, { linkedAccounts: ['a'] });
    const own = { has: (id) => id === 'a' };
    for (const linkedAccounts of [new Set(['a']), new Map([['a', 1]]), own]) {
      same(await checkRowsFile(path, { linkedAccounts, workers: 2 }), expected);
    }
    const fault = new Error('fault of the lookup');
    const throws = {
      has() {
        throw fault;
      },
    };
    await assert.rejects(checkRowsFile(path, { linkedAccounts: throws }), fault);
  });

  test('registered apps are known to every thread', async () => {
    registerApp('frappe_of_tests', { keybased: { api_key: 'string', note: { type: 'string', required: false } } });
    const report = await checkRowsFile(fileOf(SEVERAL), { workers: 2 });
    assert.equal(report.byApp.frappe_of_tests.rejected, 0);
    same(report, checkRows(SEVERAL));
  });

  test('onRows gets the rows in order, and the report has no rows', async () => {
    for (const content of [SEVERAL, CSV]) {
      const { rows: expected, ...counts } = checkRows(content);
      const seen: Untyped[] = [];
      const report = await checkRowsFile(fileOf(content), {
        workers: 3,
        onRows: async (more) => {
          assert.ok(more.length > 0);
          await new Promise(setImmediate);
          seen.push(...more);
        },
      });
      same({ ...report, rows: seen }, { ...counts, rows: expected });
      assert.deepEqual(report.rows, []);
    }
  });

  test('an exception of a callback ends the check', async () => {
    const fault = new Error('fault of the caller');
    const throws = () => {
      throw fault;
    };
    for (const content of [SEVERAL, CSV]) {
      for (const callback of [{ onRows: throws }, { onProgress: throws }, { onRows: async () => throws() }]) {
        await assert.rejects(checkRowsFile(fileOf(content), { ...callback, workers: 2 }), fault);
      }
    }
  });

  test('progress grows up to the whole file, after the rows', async () => {
    for (const content of [SEVERAL, CSV, rows[2]]) {
      const progress: Untyped[] = [];
      let listed = 0;
      const whole = await checkRowsFile(fileOf(content), {
        workers: 2,
        onRows: (more) => {
          listed += more.length;
        },
        onProgress: (one) => {
          assert.ok(listed <= one.rows);
          const { total, rows: none } = one.report();
          assert.deepEqual([total, none], [one.rows, []]);
          progress.push(one);
        },
      });
      const { bytes, rows: count, report } = progress.at(-1);
      assert.deepEqual([bytes, count], [Buffer.byteLength(content), whole.total]);
      same(report(), whole);
      for (const [index, { bytes, rows: count }] of progress.entries()) {
        assert.ok(index === 0 || (bytes >= progress[index - 1].bytes && count >= progress[index - 1].rows));
      }
    }
  });

  test('a report that was kept does not change as the check goes on', async () => {
    for (const content of [SEVERAL, CSV]) {
      const kept: [report: Untyped, text: string][] = [];
      await checkRowsFile(fileOf(content), {
        workers: 2,
        onProgress: (progress) => {
          const report = progress.report();
          kept.push([report, JSON.stringify(report)]);
        },
      });
      assert.ok(kept.length > 1);
      for (const [report, text] of kept) assert.equal(JSON.stringify(report), text);
    }
  });

  test('threads check a file if it is large or if they are asked for', async () => {
    const stepOf = async (content, workers?: number) => {
      const steps: number[] = [];
      const report = await checkRowsFile(fileOf(content), { workers, onProgress: ({ bytes }) => steps.push(bytes) });
      return [steps[0], report];
    };
    const [chunk, inChunks] = await stepOf(SEVERAL);
    const [segment, inSegments] = await stepOf(SEVERAL, 2);
    assert.deepEqual([chunk, segment], [MEBIBYTE, 4 * MEBIBYTE]);
    same(inChunks, inSegments);
    const large = SEVERAL.repeat(4);
    const [first, report] = await stepOf(large);
    assert.equal(first, segment);
    same(report, checkRows(large));
  });

  test('a signal ends the check, before it and in the middle', async () => {
    const longCsv = CSV + CSV.slice(CSV.indexOf('\n') + 1).repeat(8);
    for (const content of [SEVERAL, longCsv]) {
      const path = fileOf(content);
      const reason = new Error('no longer wanted');
      await assert.rejects(checkRowsFile(path, { signal: AbortSignal.abort(reason) }), reason);
      const controller = new AbortController();
      let listed = 0;
      const check = checkRowsFile(path, {
        workers: 2,
        signal: controller.signal,
        onRows: (more) => {
          listed += more.length;
          controller.abort(reason);
        },
      });
      await assert.rejects(check, reason);
      const { rejected } = checkRows(content);
      assert.ok(listed > 0 && listed < rejected, `${listed} of ${rejected}`);
    }
    await assert.rejects(checkRowsFile(fileOf(''), { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });

  test.skipIf(process.platform === 'win32')('a signal ends the wait for a pipe', async () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    const script = `
      import { checkRowsFile } from ${JSON.stringify(entryUrl('node'))};
      await checkRowsFile(${JSON.stringify(path)}, { signal: AbortSignal.timeout(100) }).catch(({ name }) => console.log(name));
      // A thread of Node still waits for the pipe.
      process.kill(process.pid, 'SIGKILL');`;
    const { stdout } = spawnSync(process.execPath, scriptArgs(script), { encoding: 'utf8' });
    assert.equal(stdout, 'TimeoutError\n');
  });

  test('a URL names a file', async () => {
    const { total, accepted } = await checkRowsFile(pathToFileURL(fileOf(SEVERAL)), { workers: 2 });
    const expected = checkRows(SEVERAL);
    assert.deepEqual([total, accepted], [expected.total, expected.accepted]);
  });

  test('a file that cannot be read is an Error with the code of Node', async () => {
    await assert.rejects(checkRowsFile(join(folder, 'missing.ndjson')), {
      code: 'ENOENT',
      message: /^checkRowsFile: the file cannot be opened: ENOENT.*missing\.ndjson/,
    });
    await assert.rejects(checkRowsFile(folder), {
      code: 'EISDIR',
      message: /^checkRowsFile: .* is a directory\. Name a file in it\.$/,
    });
  });

  test('a wrong option is a TypeError', async () => {
    const path = fileOf('');
    const wrong = {
      workers: [0, 1.5, '2'],
      onRows: [1],
      onProgress: [{}],
      signal: [{ aborted: true }],
      format: ['xml'],
    };
    for (const [name, values] of Object.entries(wrong)) {
      for (const value of values) {
        await assert.rejects(
          checkRowsFile(path, { [name]: value }),
          new RegExp(`^TypeError: checkRowsFile: the option "${name}"`),
        );
      }
    }
    await assert.rejects(checkRowsFile(path, { worker: 2 }), /^TypeError: checkRowsFile: unknown option "worker"/);
    await assert.rejects(checkRowsFile(path, 'csv'), /^TypeError: checkRowsFile: the options must be an object/);
  });
});
