// Builds npm/dist: ES modules, one file an entry and chunks for what entries share; the wasm; the types.
// node build-js.mjs [ENTRY…]: those entries alone, without types.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { asciiDecoder } from '../src/ascii/decoder.mjs';
import { encodeAscii } from '../src/ascii/encode.mjs';
import { catalogModules } from './catalog-modules.mjs';
import { installed } from './installed.mjs';
import { licences } from './licences.mjs';

const npm = fileURLToPath(new URL('..', import.meta.url));
const dist = join(npm, 'dist');
const types = join(dist, 'types');
const wasm = join(npm, 'wasm/auth_object_bg.wasm');
/** A part of it, as scripts/split-wasm.mjs names them. */
const partFile = (name) => join(npm, `wasm/auth_object_${name}.wasm`);

/**
 * The files of src/entry. Those of one build share their code, so a program has one instance of the wasm, whichever of
 * them it imports. `isWhole`: the wasm comes from elsewhere, and whole.
 */
const BUILDS = [
  { entries: ['index', 'endpoint', 'msw', 'node', 'node-worker', 'cli'] },
  { entries: ['slim'], isWhole: true },
  { entries: ['workerd', 'endpoint-workerd', 'edge-light', 'endpoint-edge-light'], isWhole: true },
];

/** Packages that the user installs, or does not. */
const PEERS = ['msw', 'better-sqlite3'];

/** The modules that the sources import by name: what wasm-pack wrote, and the parts of the wasm as text. */
const built = (isWhole) => ({
  name: 'auth-object',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^auth-object:glue$/ }, () => ({ path: 'glue', namespace: 'auth-object' }));
    onResolve({ filter: /^auth-object:wasm\// }, ({ path }) => ({
      path: basename(path),
      namespace: 'auth-object-wasm',
    }));
    onResolve({ filter: /\.wasm(\?module)?$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /^glue$/, namespace: 'auth-object' }, () => ({ contents: glue(), resolveDir: npm }));
    onLoad({ filter: /^/, namespace: 'auth-object-wasm' }, ({ path }) => ({
      contents: `export default ${JSON.stringify(isWhole ? '' : encodeAscii(readFileSync(partFile(path))))}`,
    }));
    // What has an effect, or may have one, would stay where nobody uses the class.
    onLoad({ filter: /auth_object_bg\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/^if \(Symbol\.dispose\).*$/m, '')
        .replace(/new FinalizationRegistry/g, '/* @__PURE__ */ $&'),
    }));
  },
});

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

/** Of the bindings, only what the wasm asks for and the sources use: they call its exports without a detour. */
function glue() {
  const asked = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(wasm))).map(({ name }) => name);
  return `
    import { NdjsonChecker, __wbg_set_wasm, ${asked.join(', ')} } from './wasm/auth_object_bg.js';
    export { NdjsonChecker, __wbg_set_wasm as setExports };
    export const imports = { './auth_object_bg.js': { ${asked.join(', ')} } };
  `;
}

/** @returns the paths of the sources that went in. */
async function buildScripts({ entries, isWhole = false }) {
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
    plugins: [built(isWhole), asciiDecoder, nodeModules, catalogModules(npm)],
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  return Object.keys(metafile.inputs);
}

/** @returns the paths of the sources of all entries that are wanted. */
async function scripts(isWanted) {
  const builds = BUILDS.map(({ entries, ...rest }) => ({ ...rest, entries: entries.filter(isWanted) }));
  const inputs = await Promise.all(builds.filter(({ entries }) => entries.length > 0).map(buildScripts));
  return inputs.flat();
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
copyFileSync(wasm, join(dist, 'auth_object.wasm'));
if (process.argv.length > 2) {
  // Some entries alone, for a test or a measurement.
  await scripts((entry) => process.argv.includes(entry, 2));
  process.exit();
}
const inputs = await scripts(() => true);
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licences(npm, inputs));
buildTypes();
writeFileSync(
  join(dist, 'auth_object.wasm.d.ts'),
  '/** The compiled module, if the bundler or the runtime gives one for a `.wasm` import. */\ndeclare const module: object;\nexport default module;\n',
);
for (const file of readdirSync(dist)) console.log(file, statSync(join(dist, file)).size);
