export default async function run({ part, tool, node, check, checkFolder, copyPage }) {
  await tool('rollup', ['--config', '--failAfterWarnings']);
  await part('a module', async () => {
    await copyPage('module.html', 'dist');
    await checkFolder('dist');
  });
  await part('a classic script', async () => {
    await copyPage('classic.html', 'classic');
    await checkFolder('classic');
  });
  await part('a server bundle', async () => check(await node(['server/print.cjs'])));
}
