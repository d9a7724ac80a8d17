// What every runtime that runs programs is asked: the app and all case files, in both module systems.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkAll } from './check-all.mjs';
import { checkEndpoint } from './endpoint-answers.mjs';
import { PKG_TESTS } from './paths.mjs';

const ROWS = join(PKG_TESTS, 'cli/rows.ndjson');
const CLI = 'node_modules/auth-object/dist/cli.js';
const PRINT_ALL = pathToFileURL(join(PKG_TESTS, 'harness/print-all.mjs')).href;

/**
 * @param context of environments.test.mjs
 * @param {string} tool the runtime's command
 * @param {string[]} [args] before the program's name
 * @param {string[]} [cliArgs] what the command line alone needs, after these
 */
export async function runPrograms({ part, tool, check }, runtime, args = [], cliArgs = []) {
  const print = (file, ...more) => tool(runtime, [...args, `common/${file}`, ...more]);
  await part('ESM: the app', async () => check(await print('print.js')));
  await part('CommonJS: the app', async () => check(await print('print.cjs')));
  await part('CommonJS: the other entries', async () => assert.equal(await print('entries.cjs'), 'true\n'));
  await part('ESM: all case files', async () => checkAll(await print('all.mjs', PRINT_ALL)));
  await part('CommonJS: all case files', async () => checkAll(await print('all.cjs', PRINT_ALL)));
  await part('the local endpoint', async () => checkEndpoint(await print('endpoint.js')));
  await part('the command line', async () => {
    const cli = (...words) => tool(runtime, [...args, ...cliArgs, CLI, ...words]);
    assert.match(await cli('show', 'netsuite'), /^NetSuite \(netsuite\)\n/);
    assert.match(await cli('check', ROWS, '--report', 'json'), /"accepted": 2\b/);
  });
}
