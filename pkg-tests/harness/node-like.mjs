// What each runtime that runs programs must do: the app in both module systems, all case files, the local endpoint, the
// command line.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkAll } from './check-all.mjs';
import { checkEndpoint, checkRegistered } from './endpoint-answers.mjs';
import { PKG_TESTS } from './paths.mjs';
import { runtime } from './project.mjs';
import { run } from './run.mjs';

const ROWS = join(PKG_TESTS, 'cli/rows.ndjson');
const CLI = 'node_modules/@auth-object/cli/dist/main.js';
const PRINT_ALL = pathToFileURL(join(PKG_TESTS, 'harness/print-all.mjs')).href;

/**
 * @param context of environments.test.mjs
 * @param {string} name of the runtime, as project.mjs has it
 * @param {string[]} [args] before the program's name
 * @param {string[]} [cliArgs] what only the command line needs, after these
 */
export async function runPrograms({ path, part, check }, name, args = [], cliArgs = []) {
  const program = await runtime(name);
  const call = (...words) => run(program, [...args, ...words], { cwd: path });
  const print = (file, ...more) => call(`common/${file}`, ...more);
  await part('ESM: the app', async () => check(await print('print.js')));
  await part('CommonJS: the app', async () => check(await print('print.cjs')));
  await part('CommonJS: the other entries', async () => assert.equal(await print('entries.cjs'), 'true\n'));
  // Only once: CommonJS loads the same modules.
  await part('ESM: all case files', async () => checkAll(await print('all.mjs', PRINT_ALL)));
  await part('the local endpoint', async () => checkEndpoint(await print('endpoint.js')));
  await part('the local endpoint knows a registered app', async () => checkRegistered(await print('registered.js')));
  await part('the command line', async () => {
    const cli = (...words) => call(...cliArgs, CLI, ...words);
    assert.match(await cli('show', 'netsuite'), /^NetSuite \(netsuite\)\n/);
    assert.match(await cli('check', ROWS, '--report', 'json'), /"accepted": 2\b/);
  });
}
