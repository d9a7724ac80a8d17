export default async function run({ part, tool, node, check, checkFolder, copyPage }) {
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
  await part('a server bundle', async () => {
    await build('common/print.js', '--platform=node', '--format=esm', '--outfile=server/print.mjs');
    check(await node(['server/print.mjs']));
  });
  await part('a CommonJS server bundle', async () => {
    await build('common/print.cjs', '--platform=node', '--outfile=server/print.cjs');
    check(await node(['server/print.cjs']));
  });
}
