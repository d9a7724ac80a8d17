import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkEndpoint, checkRegistered } from '../../harness/endpoint-answers.mjs';

const WORKERS = ['worker', 'rows-worker', 'endpoint-worker'];
// As wrangler bundles a worker: esbuild, the workerd condition, .wasm files beside it as modules.
const BUNDLE = [
  ...WORKERS.map((name) => `${name}.js`),
  ...['--bundle', '--format=esm', '--conditions=workerd,worker,browser', '--loader:.wasm=copy'],
  ...['--asset-names=[name]', '--outdir=dist', '--log-level=warning'],
];

export default async function run({ path, part, tool, server, check }) {
  const serve = (name, modules, use) => {
    writeFileSync(join(path, `${name}.capnp`), configOf(modules));
    return server('workerd', (port) => ['serve', `${name}.capnp`, '--socket-addr', `http=127.0.0.1:${port}`], use);
  };
  const bundled = (name, wasm, use) =>
    serve(
      name,
      [['worker', 'esModule', `dist/${name}.js`], ...wasm.map((file) => [file, 'wasm', `dist/${file}`])],
      use,
    );
  const text = async (url) => (await fetch(url)).text();
  const use = async (url) => check(await text(url));

  await tool('esbuild', BUNDLE);
  await part('bundled', () => bundled('worker', ['auth_object.wasm'], use));
  await part('bundled, with rows', () => bundled('rows-worker', ['auth_object.wasm', 'auth_object_rows.wasm'], use));
  await part('the local endpoint', async () => {
    const { endpointCalls } = await import(pathToFileURL(join(path, 'common/endpoint-calls.js')));
    const start = () =>
      bundled('endpoint-worker', ['auth_object.wasm'], async (url) => {
        checkEndpoint(JSON.stringify(await endpointCalls(url.slice(0, -1))));
        checkRegistered(await text(`${url}registered`));
      });
    // workerd may close a kept connection just as the next call is sent; fetch does not send a POST or PUT again.
    await start().catch((error) => {
      if (!error.message.startsWith('fetch failed')) throw error;
      return start();
    });
  });
  await part('unbundled', () => serve('unbundled', unbundled(path), use));
}

/** The package's files as they are: workerd finds a module by its name, relative to the module that imports it. */
function unbundled(path) {
  const dist = 'node_modules/auth-object/dist';
  // What entries share; the name ends in a digest of the content.
  const shared = readdirSync(join(path, dist)).filter((name) => /-[\w-]{8}\.js$/.test(name));
  return [
    ...['worker.js', 'common/answers.js', 'common/requests.js'].map((name) => [name, 'esModule', name]),
    ['common/auth-object', 'esModule', `${dist}/workerd.js`],
    ...shared.map((name) => [`common/${name}`, 'esModule', `${dist}/${name}`]),
    ['common/auth_object.wasm', 'wasm', `${dist}/auth_object.wasm`],
  ];
}

/** @param {[name: string, kind: string, file: string][]} modules the first one is the worker */
function configOf(modules) {
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
