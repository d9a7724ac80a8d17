// A file of 2 GB in under 200 MB of memory, or a smaller one where the disk has no room. `npm run test:huge`
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';

const FILE_BYTES = 2e9;
const MOST_BYTES = 200e6;
/** What else may need the disk. */
const SPARE_BYTES = 2e9;

const dist = new URL('../../dist/', import.meta.url);
const row = (number) => {
  const token = `fake-access-token-${number}-${'0123456789abcdef'.repeat(8)}`;
  const object = number % 20 === 7 ? { oauth2: { acces_token: token } } : { oauth2: { access_token: token } };
  return `${JSON.stringify({ slug: 'hubspot', linked_account_id: `account:${number}`, auth_object: object })}\n`;
};

/** Each checks the file in a process of its own, and prints how many rows it rejected and its largest size in bytes. */
const CHECKS = {
  'checkRowsFile, with a thread for each processor': `
    import { checkRowsFile } from ${JSON.stringify(new URL('node.js', dist))};
    let rejected = 0;
    await checkRowsFile(process.argv[1], { onRows: (rows) => { rejected += rows.length; } });`,
  'RowChecker, with the chunks of a stream': `
    import { createReadStream } from 'node:fs';
    import { RowChecker } from ${JSON.stringify(new URL('rows.js', dist))};
    const checker = new RowChecker();
    let rejected = 0;
    for await (const chunk of createReadStream(process.argv[1])) rejected += checker.push(chunk).length;
    rejected += checker.end().rows.length;`,
};
const PRINT = 'console.log(JSON.stringify([rejected, process.resourceUsage().maxRSS * 1024]));';

const folder = mkdtempSync(join(tmpdir(), 'auth-object-'));
try {
  const { bavail, bsize } = statfsSync(folder);
  const bytes = Math.min(FILE_BYTES, bavail * bsize - SPARE_BYTES);
  const block = Array.from({ length: 40_000 }, (_, number) => row(number)).join('');
  const path = join(folder, 'huge.ndjson');
  const blocks = Math.ceil(bytes / block.length);
  const file = openSync(path, 'w');
  for (let count = 0; count < blocks; count++) writeSync(file, block);
  closeSync(file);
  for (const [name, program] of Object.entries(CHECKS)) {
    await test(`${(bytes / 1e9).toFixed(1)} GB in under 200 MB: ${name}`, (t) => {
      const args = ['--input-type=module', '--eval', program + PRINT, path];
      const [rejected, most] = JSON.parse(execFileSync(process.execPath, args, { cwd: fileURLToPath(dist) }));
      t.diagnostic(`${(most / 1e6).toFixed(0)} MB at most`);
      assert.equal(rejected, blocks * 2000);
      assert.ok(most < MOST_BYTES, `${most} bytes`);
    });
  }
} finally {
  rmSync(folder, { recursive: true });
}
