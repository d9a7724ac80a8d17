// Builds npm/dist: one file an entry and format, the wasm once, the types for both formats.
// node build-js.mjs [ENTRY…]: those entries alone, without types.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import binaryen from 'binaryen';
import { build } from 'esbuild';
import { ALPHABET, encodeAscii, SINGLES } from './ascii.mjs';
import { catalogModules } from './catalog-modules.mjs';
import { installed } from './installed.mjs';
import { licences } from './licences.mjs';

const npm = fileURLToPath(new URL('..', import.meta.url));
const dist = join(npm, 'dist');
const types = join(dist, 'types');
const wasm = join(npm, 'wasm/auth_object_bg.wasm');
/** A part of it, as scripts/split-wasm.mjs names them. */
const partFile = (name) => join(npm, `wasm/auth_object_${name}.wasm`);

/** For packages of CommonJS within a module: they ask for Node's own modules. */
const REQUIRE = `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);`;

/**
 * What is built: the format, the entries, and where they run. `index` is the file that holds the instance: the other
 * entries of the same kind of runtime import it. `name` gives a file that a condition of package.json asks for.
 * `isWhole`: the wasm comes from elsewhere, and whole.
 */
const BUILDS = [
  { format: 'esm', entries: ['index'] },
  { format: 'esm', entries: ['slim', 'workerd', 'edge-light'], isWhole: true },
  { format: 'cjs', entries: ['index'] },
  { format: 'cjs', entries: ['slim'], isWhole: true },
  { format: 'esm', entries: ['endpoint', 'msw'] },
  { format: 'cjs', entries: ['endpoint', 'msw'] },
  { format: 'esm', entries: ['endpoint'], index: 'workerd', name: (entry) => `${entry}.workerd` },
  { format: 'esm', entries: ['endpoint'], index: 'edge-light', name: (entry) => `${entry}.edge-light` },
  { format: 'esm', platform: 'node', entries: ['node', 'node-worker'] },
  { format: 'esm', platform: 'node', entries: ['cli'], banner: REQUIRE },
  { format: 'cjs', platform: 'node', entries: ['node', 'node-worker'] },
];

/** What the user installs, or has not installed. */
const PEERS = ['msw', 'better-sqlite3'];

/** Where a worker's script is, for the two kinds of modules. */
const WORKER = {
  esm: "export default new URL('./node-worker.js', import.meta.url)",
  cjs: "import { join } from 'node:path'; export default join(__dirname, 'node-worker.cjs')",
};

/** The modules that the sources import by name: what wasm-pack wrote, and the parts of the wasm as text. */
const built = ({ format, index, isWhole }) => ({
  name: 'auth-object',
  setup({ onResolve, onLoad }) {
    const ending = format === 'cjs' ? 'cjs' : 'js';
    onResolve({ filter: /^auth-object:worker$/ }, () => ({ path: 'worker', namespace: 'auth-object' }));
    onLoad({ filter: /^worker$/, namespace: 'auth-object' }, () => ({ contents: WORKER[format] }));
    // The other entries build on these: there is one instance, and the wasm stands in the package once a format.
    onResolve({ filter: /\/entry\/(index|endpoint|node)\.js$/ }, ({ path }) => {
      const entry = basename(path, '.js');
      return { path: `./${entry === 'index' ? index : entry}.${ending}`, external: true };
    });
    onResolve({ filter: /^auth-object:glue$/ }, () => ({ path: 'glue', namespace: 'auth-object' }));
    onResolve({ filter: /^auth-object:wasm\// }, ({ path }) => ({
      path: basename(path),
      namespace: 'auth-object-wasm',
    }));
    onResolve({ filter: /^auth-object:decoder$/ }, () => ({ path: 'decoder', namespace: 'auth-object' }));
    onLoad({ filter: /^decoder$/, namespace: 'auth-object' }, () => ({
      contents: `export default ${JSON.stringify(Buffer.from(decoderWasm()).toString('base64'))}`,
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

/** Of the bindings, only what the wasm asks for and the sources use: they call its exports without a detour. */
function glue() {
  const asked = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(wasm))).map(({ name }) => name);
  return `
    import { NdjsonChecker, __wbg_set_wasm, ${asked.join(', ')} } from './wasm/auth_object_bg.js';
    export { NdjsonChecker, __wbg_set_wasm as setExports };
    export const imports = { './auth_object_bg.js': { ${asked.join(', ')} } };
  `;
}

/** What scripts/ascii.wat compiles to. */
function decoderWasm() {
  const words = { ALPHABET, SINGLES, LETTERS: ALPHABET.length };
  const text = readFileSync(join(npm, 'scripts/ascii.wat'), 'utf8');
  const module = binaryen.parseText(text.replace(/\b(ALPHABET|SINGLES|LETTERS)\b/g, (word) => words[word]));
  binaryen.setOptimizeLevel(2);
  module.optimize();
  return module.emitBinary();
}

/** @returns the paths of the sources that went in. */
async function buildScripts({
  format,
  entries,
  platform = 'neutral',
  index = 'index',
  isWhole = false,
  name = (entry) => entry,
  banner = '',
}) {
  const { metafile } = await build({
    absWorkingDir: npm,
    entryPoints: entries.map((entry) => ({ in: `src/entry/${entry}.ts`, out: name(entry) })),
    outdir: dist,
    outExtension: { '.js': format === 'cjs' ? '.cjs' : '.js' },
    bundle: true,
    charset: 'ascii',
    format,
    platform,
    ...(platform === 'neutral' ? { mainFields: ['module', 'main'], conditions: ['import'] } : {}),
    target: 'es2022',
    external: ['node:*', ...PEERS],
    plugins: [built({ format, index, isWhole }), catalogModules(npm)],
    banner: { js: banner },
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

/** tsc writes the tree; CommonJS needs the same types under another ending. */
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
  const trees = readdirSync(types, { recursive: true }).filter((file) => file.endsWith('.d.ts'));
  for (const file of trees) {
    const text = readFileSync(join(types, file), 'utf8');
    writeFileSync(
      join(types, file.replace(/\.d\.ts$/, '.d.cts')),
      text.replace(/(["'])(\.{1,2}\/[^"']*)\.js\1/g, '$1$2.cjs$1'),
    );
  }
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
  '/** The compiled module, where the bundler or the runtime gives one for a `.wasm` import. */\ndeclare const module: object;\nexport default module;\n',
);
for (const file of readdirSync(dist)) console.log(file, statSync(join(dist, file)).size);
