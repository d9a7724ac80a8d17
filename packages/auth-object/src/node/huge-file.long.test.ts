// A file of 2 GB in under 200 MB of memory, or a smaller one where the disk has no room. `npm run test:long`
import assert from 'node:assert/strict';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { entryUrl, outputOf } from '../testing/processes.ts';

const FILE_BYTES = 2e9;
const MOST_BYTES = 200e6;
/** What else may need the disk. */
const SPARE_BYTES = 2e9;

const row = (number) => {
  const token = `fake-access-token-${number}-${'0123456789abcdef'.repeat(8)}`;
  const object = number % 20 === 7 ? { oauth2: { acces_token: token } } : { oauth2: { access_token: token } };
  return `${JSON.stringify({ slug: 'hubspot', linked_account_id: `account:${number}`, auth_object: object })}\n`;
};

/** Each checks the file in a process of its own, and prints how many rows it rejected and its largest size in bytes. */
const CHECKS = {
  'checkRowsFile, with a thread for each processor': `
    import { checkRowsFile } from ${JSON.stringify(entryUrl('node'))};
    let rejected = 0;
    await checkRowsFile(process.argv[1], { onRows: (rows) => { rejected += rows.length; } });`,
  'RowChecker, with the chunks of a stream': `
    import { createReadStream } from 'node:fs';
    import { RowChecker } from ${JSON.stringify(entryUrl('rows'))};
    const checker = new RowChecker();
    let rejected = 0;
    for await (const chunk of createReadStream(process.argv[1])) rejected += checker.push(chunk).length;
    rejected += checker.end().rows.length;`,
};
const PRINT = 'console.log(JSON.stringify([rejected, process.resourceUsage().maxRSS * 1024]));';

const folder = mkdtempSync(join(tmpdir(), 'auth-object-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { bavail, bsize } = statfsSync(folder);
const bytes = Math.min(FILE_BYTES, bavail * bsize - SPARE_BYTES);
const block = Array.from({ length: 40_000 }, (_, number) => row(number)).join('');
const path = join(folder, 'huge.ndjson');
const blocks = Math.ceil(bytes / block.length);

beforeAll(() => {
  const file = openSync(path, 'w');
  for (let count = 0; count < blocks; count++) writeSync(file, block);
  closeSync(file);
});

for (const [name, program] of Object.entries(CHECKS)) {
  test(`${(bytes / 1e9).toFixed(1)} GB in under 200 MB: ${name}`, { timeout: 600_000 }, () => {
    const [rejected, most] = JSON.parse(outputOf(program + PRINT, { args: [path] }));
    assert.equal(rejected, blocks * 2000);
    assert.ok(most < MOST_BYTES, `${most} bytes`);
  });
}
