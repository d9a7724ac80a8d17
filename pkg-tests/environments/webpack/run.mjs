export default async function run({ part, tool, node, check, checkFolder, copyPage }) {
  await tool('webpack', ['build']);
  for (const folder of ['dist', 'development']) {
    await part(`${folder}: page and web worker`, async () => {
      await copyPage('classic.html', folder);
      await checkFolder(folder);
    });
  }
  await part('a server bundle', async () => check(await node(['server/print.cjs'])));
  await part('a server bundle that requires the package', async () => check(await node(['server/required.cjs'])));
}
