const at = (port) => ['--host', '127.0.0.1', '--port', String(port), '--strictPort'];

export default async function run({ part, tool, node, server, check, checkPage, checkFolder }) {
  await part('build', async () => {
    await tool('vite', ['build']);
    await checkFolder('dist');
  });
  await part('preview', () => server('vite', (port) => ['preview', ...at(port)], checkPage));
  await part('dev', () => server('vite', (port) => ['dev', ...at(port)], checkPage));
  await part('build for a server, bundled whole', async () => {
    await tool('vite', ['build', '--ssr', 'common/print.js', '--outDir', 'server', '--config', 'ssr.config.js']);
    check(await node(['server/print.js']));
  });
}
