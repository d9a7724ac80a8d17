const CACHE = ['--no-cache'];

export default async function run({ part, tool, server, checkPage, checkFolder }) {
  await part('build', async () => {
    await tool('parcel', ['build', 'index.html', '--no-source-maps', '--dist-dir', 'dist', ...CACHE]);
    await checkFolder('dist');
  });
  await part('dev', () => server('parcel', (port) => ['serve', 'index.html', ...at(port), ...CACHE], checkPage));
}

const at = (port) => ['--host', '127.0.0.1', '--port', String(port), '--no-hmr', '--dist-dir', 'development'];
