import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkEndpoint } from '../../harness/endpoint-answers.mjs';

// A worker bundled as wrangler does it: esbuild, the workerd condition, .wasm files beside it as modules.
const BUNDLE = [
  ...[
    'worker.js',
    'endpoint-worker.js',
    '--bundle',
    '--format=esm',
    '--conditions=workerd,worker,browser',
    '--loader:.wasm=copy',
  ],
  ...['--asset-names=[name]', '--outdir=dist', '--log-level=warning'],
];

export default async function run({ path, part, tool, server, check }) {
  const serve = (config) => (port) => ['serve', config, '--socket-addr', `http=127.0.0.1:${port}`];
  const use = async (url) => check(await (await fetch(url)).text());
  await part('bundled', async () => {
    await tool('esbuild', BUNDLE);
    await server('workerd', serve('config.capnp'), use);
  });
  await part('the local endpoint', async () => {
    const { endpointCalls } = await import(pathToFileURL(join(path, 'common/endpoint-calls.js')));
    const ask = async (url) => checkEndpoint(JSON.stringify(await endpointCalls(url.slice(0, -1))));
    await server('workerd', serve('endpoint.capnp'), ask);
  });
  await part('unbundled', () => server('workerd', serve('unbundled.capnp'), use));
}
