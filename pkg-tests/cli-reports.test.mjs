// The reports of `auth-object check` for other tools, validated with the schemas of these tools.
import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { PACKAGES } from './harness/paths.mjs';
import { project } from './harness/project.mjs';
import { run } from './harness/run.mjs';

const GOLDEN = join(PACKAGES, 'cli/src/check/golden');
const INPUTS = {
  'rows of every kind': ['rows.ndjson', 'some rows, 100%.csv', 'missing.ndjson'],
  nothing: ['empty'],
  'rows that are all accepted': ['good'],
  'control characters and markup': ['odd'],
};

describe('reports of the packed command', { timeout: 300_000 }, () => {
  let path;

  before(async () => {
    path = await project('cli-reports');
    for (const name of INPUTS['rows of every kind'].slice(0, 2)) cpSync(join(GOLDEN, name), join(path, name));
    const row = (id, slug) => JSON.stringify({ slug, linked_account_id: id, auth_object: { refresh_token: 'fake' } });
    writeFileSync(join(path, 'empty'), '');
    writeFileSync(join(path, 'good'), row('a', 'gmail'));
    writeFileSync(join(path, 'odd'), row('\u0000 ]]> <b> \ud800 "', '</failure>\u0007\ufffe&amp;'));
  });

  for (const [name, files] of Object.entries(INPUTS)) {
    test(`${name}: JUnit's XML is valid by Jenkins' schema, SARIF by that of OASIS`, async () => {
      for (const [report, file] of [
        ['junit', 'report.xml'],
        ['sarif', 'report.sarif'],
      ]) {
        const args = ['check', ...files, '--report', report, '--output', file];
        // Exit code 1 or 2: the rejected rows are what is reported.
        await run('node_modules/.bin/auth-object', args, { cwd: path }).catch((error) => {
          assert.match(error.message, /ended with code [12]/);
        });
      }
      const { found, broken } = JSON.parse(await run(process.execPath, ['validate.mjs'], { cwd: path }));
      assert.deepEqual(found, []);
      assert.equal(broken, true);
    });
  }
});
