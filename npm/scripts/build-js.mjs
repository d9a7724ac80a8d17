// Builds npm/dist: ES modules, one file an entry and chunks for code that entries share; the wasm; the types.
// node build-js.mjs [ENTRY…]: those entries alone, without types.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { asciiDecoder } from '../src/ascii/decoder.mjs';
import { encodeAscii } from '../src/ascii/encode.mjs';
import { catalogModules } from './catalog-modules.mjs';
import { installed } from './installed.mjs';
import { licences } from './licences.mjs';

const npm = fileURLToPath(new URL('..', import.meta.url));
const dist = join(npm, 'dist');
const types = join(dist, 'types');
const wasmFile = (name) => join(npm, `wasm/${name}_bg.wasm`);
/** The modules of build-wasm.mjs, by the name that entries use. */
const MODULES = { base: 'auth_object', rows: 'auth_object_rows' };

/** The files of src/entry. They are built together, so that a program has one instance, whichever of them it imports. */
const ENTRIES = [
  ...['index', 'rows', 'slim', 'rows-slim', 'workerd', 'rows-workerd', 'edge-light', 'rows-edge-light'],
  ...['endpoint', 'endpoint-workerd', 'endpoint-edge-light', 'msw', 'node', 'node-worker', 'cli'],
];

/** Packages that the user installs, or does not. */
const PEERS = ['msw', 'better-sqlite3'];

/** The modules `auth-object:glue/*` and `auth-object:wasm/*`; files that end in .wasm stay imports. */
const wasmModules = {
  name: 'wasm-modules',
  setup({ onResolve, onLoad }) {
    for (const kind of ['glue', 'wasm']) {
      onResolve({ filter: new RegExp(`^auth-object:${kind}/`) }, ({ path }) => ({
        path: MODULES[basename(path)],
        namespace: kind,
      }));
    }
    onLoad({ filter: /^/, namespace: 'glue' }, async ({ path }) => ({ contents: await glue(path), resolveDir: npm }));
    onLoad({ filter: /^/, namespace: 'wasm' }, ({ path }) => ({
      contents: `export default ${JSON.stringify(encodeAscii(readFileSync(wasmFile(path))))}`,
    }));
    onResolve({ filter: /\.wasm(\?module)?$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** What the glue exports as one object, without the asynchronous start, which is its default export. */
async function glue(name) {
  const file = join(npm, `wasm/${name}.js`);
  const names = Object.keys(await import(pathToFileURL(file))).filter((key) => key !== 'default');
  const members = names.map((key) => (key === '__wbg_reset_state' ? `reset: ${key}` : key));
  return `import { ${names.join(', ')} } from ${JSON.stringify(file)}; export default { ${members.join(', ')} };`;
}

/** Node's own modules: imported as they are, and for packages in CommonJS, which `require` them, without `require`. */
const nodeModules = {
  name: 'node-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[a-z0-9:/_]+$/ }, ({ path, kind }) => {
      if (!isBuiltin(path)) return undefined;
      return kind === 'require-call' ? { path, namespace: 'node' } : { path, external: true };
    });
    onLoad({ filter: /^/, namespace: 'node' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`,
    }));
  },
};

/** @returns the paths of the sources that went in. */
async function buildScripts(entries) {
  const { metafile } = await build({
    absWorkingDir: npm,
    entryPoints: entries.map((entry) => `src/entry/${entry}.ts`),
    outdir: dist,
    bundle: true,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    charset: 'ascii',
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    external: PEERS,
    plugins: [wasmModules, asciiDecoder, nodeModules, catalogModules(npm)],
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  return Object.keys(metafile.inputs);
}

function buildTypes() {
  const tsc = installed(npm, 'typescript/bin/tsc');
  for (const project of ['tsconfig.json', 'tsconfig.node.json']) {
    execFileSync(process.execPath, [tsc, '--emitDeclarationOnly', '--outDir', types, '--project', join(npm, project)], {
      stdio: 'inherit',
    });
  }
  // Nobody imports the command line.
  rmSync(join(types, 'cli'), { recursive: true });
  rmSync(join(types, 'entry/cli.d.ts'));
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
for (const name of Object.values(MODULES)) copyFileSync(wasmFile(name), join(dist, `${name}.wasm`));
if (process.argv.length > 2) {
  // Some entries alone, for a test or a measurement.
  await buildScripts(process.argv.slice(2));
  process.exit();
}
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licences(npm, await buildScripts(ENTRIES)));
buildTypes();
for (const name of Object.values(MODULES)) {
  writeFileSync(
    join(dist, `${name}.wasm.d.ts`),
    '/** The compiled module, if the bundler or the runtime gives one for a `.wasm` import. */\ndeclare const module: object;\nexport default module;\n',
  );
}
for (const file of readdirSync(dist)) console.log(file, statSync(join(dist, file)).size);
