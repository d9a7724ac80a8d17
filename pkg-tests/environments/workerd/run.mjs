import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkEndpoint } from '../../harness/endpoint-answers.mjs';

// A worker bundled as wrangler does it: esbuild, the workerd condition, .wasm files beside it as modules.
const BUNDLE = [
  ...[
    'worker.js',
    'rows-worker.js',
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
  await part('bundled, with rows', () => server('workerd', serve('rows.capnp'), use));
  await part('the local endpoint', async () => {
    const { endpointCalls } = await import(pathToFileURL(join(path, 'common/endpoint-calls.js')));
    const ask = async (url) => checkEndpoint(JSON.stringify(await endpointCalls(url.slice(0, -1))));
    const start = () => server('workerd', serve('endpoint.capnp'), ask);
    // workerd may close a kept connection just as the next call is sent; fetch does not send a POST or PUT again.
    await start().catch((error) => {
      if (!error.message.startsWith('fetch failed')) throw error;
      return start();
    });
  });
  await part('unbundled', () => {
    writeFileSync(join(path, 'unbundled.capnp'), unbundled(join(path, 'node_modules/auth-object/dist')));
    return server('workerd', serve('unbundled.capnp'), use);
  });
}

/** The package's files as they are: workerd knows modules by name, from the importing one's folder. */
function unbundled(dist) {
  const chunks = readdirSync(dist).filter((name) => name.startsWith('chunk-'));
  const modules = [
    ...['worker.js', 'common/answers.js', 'common/requests.js'].map((name) => [name, 'esModule', name]),
    ['common/auth-object', 'esModule', 'node_modules/auth-object/dist/workerd.js'],
    ...chunks.map((name) => [`common/${name}`, 'esModule', `node_modules/auth-object/dist/${name}`]),
    ['common/auth_object.wasm', 'wasm', 'node_modules/auth-object/dist/auth_object.wasm'],
  ];
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const worker :Workerd.Worker = (
  compatibilityDate = "2026-01-01",
  modules = [
${modules.map(([name, kind, file]) => `    (name = "${name}", ${kind} = embed "${file}"),\n`).join('')}  ],
);
`;
}
