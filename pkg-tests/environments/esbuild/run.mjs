import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { checkRegistered } from '../../harness/endpoint-answers.mjs';

export default async function run({ path, part, tool, node, check, checkFolder, copyPage }) {
  const build = (entry, ...flags) => tool('esbuild', [entry, '--bundle', '--minify', '--log-level=warning', ...flags]);
  await part('a classic script', async () => {
    await build('common/page.js', '--outfile=classic/bundle.js');
    await copyPage('classic.html', 'classic');
    await checkFolder('classic');
  });
  await part('a module', async () => {
    await build('common/page.js', '--format=esm', '--outfile=module/bundle.js');
    await copyPage('module.html', 'module');
    await checkFolder('module');
  });
  /** Builds and runs a bundle for servers. @returns what it prints */
  const printed = async (entry, name) => {
    await build(entry, '--platform=node', '--format=esm', `--outfile=server/${name}.mjs`);
    return node([`server/${name}.mjs`]);
  };
  await part('a server bundle', async () => check(await printed('common/print.js', 'print')));
  await part('a CommonJS server bundle', async () => {
    await build('common/print.cjs', '--platform=node', '--outfile=server/print.cjs');
    check(await node(['server/print.cjs']));
  });
  await part('the local endpoint knows a registered app', async () => {
    checkRegistered(await printed('common/registered.js', 'registered'));
  });
  await part('with two copies of the library, it does not', async () => {
    await cp(join(path, 'common'), join(path, 'two'), { recursive: true });
    const copy = join(path, 'two/node_modules/auth-object');
    await cp(join(path, 'node_modules/auth-object'), copy, { recursive: true, dereference: true });
    const text = await printed('two/registered.js', 'two');
    assert.throws(() => checkRegistered(text), assert.AssertionError);
    assert.match(text, /Schema not found for integration type: fake-registered/);
  });
}
