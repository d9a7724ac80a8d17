// Builds npm/dist: one self-contained file an entry and format, the wasm once, the types for both formats.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { encodeAscii } from './ascii.mjs';

const npm = fileURLToPath(new URL('..', import.meta.url));
const dist = join(npm, 'dist');
const types = join(dist, 'types');
const wasm = join(npm, 'wasm/auth_object_bg.wasm');

const ENTRIES = {
  esm: ['index', 'slim', 'workerd', 'edge-light', 'node', 'node-worker'],
  cjs: ['index', 'slim', 'node', 'node-worker'],
};

/** Where a worker's script is, for the two kinds of modules. */
const WORKER = {
  esm: "export default new URL('./node-worker.js', import.meta.url)",
  cjs: "import { join } from 'node:path'; export default join(__dirname, 'node-worker.cjs')",
};

/** The two modules that the sources import by name: what wasm-pack wrote, and the wasm as text. */
const built = (format) => ({
  name: 'auth-object',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^auth-object:worker$/ }, () => ({ path: 'worker', namespace: 'auth-object' }));
    onLoad({ filter: /^worker$/, namespace: 'auth-object' }, () => ({ contents: WORKER[format] }));
    // The other entries build on this one: there is one instance, and the wasm stands in the package once a format.
    onResolve({ filter: /\/entry\/index\.js$/ }, () => ({
      path: format === 'cjs' ? './index.cjs' : './index.js',
      external: true,
    }));
    onResolve({ filter: /^auth-object:glue$/ }, () => ({ path: 'glue', namespace: 'auth-object' }));
    onResolve({ filter: /^auth-object:text$/ }, () => ({ path: 'text', namespace: 'auth-object' }));
    onResolve({ filter: /\.wasm(\?module)?$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /^glue$/, namespace: 'auth-object' }, () => ({ contents: glue(), resolveDir: npm }));
    onLoad({ filter: /^text$/, namespace: 'auth-object' }, () => ({
      contents: `export default ${JSON.stringify(encodeAscii(readFileSync(wasm)))}`,
    }));
    // A statement with an effect, which would keep the class where nobody uses it.
    onLoad({ filter: /auth_object_bg\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/^if \(Symbol\.dispose\).*$/m, ''),
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

async function buildScripts(format, entries) {
  await build({
    absWorkingDir: npm,
    entryPoints: entries.map((entry) => `src/entry/${entry}.ts`),
    outdir: dist,
    outExtension: { '.js': format === 'cjs' ? '.cjs' : '.js' },
    bundle: true,
    charset: 'ascii',
    format,
    platform: 'neutral',
    target: 'es2022',
    external: ['node:*'],
    plugins: [built(format)],
    logLevel: 'warning',
  });
}

/** tsc writes the tree; CommonJS needs the same types under another ending. */
function buildTypes() {
  execFileSync(
    process.execPath,
    [join(npm, 'node_modules/typescript/bin/tsc'), '--emitDeclarationOnly', '--outDir', types, '--project', npm],
    { stdio: 'inherit' },
  );
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
for (const [format, entries] of Object.entries(ENTRIES)) await buildScripts(format, entries);
buildTypes();
writeFileSync(
  join(dist, 'auth_object.wasm.d.ts'),
  '/** The compiled module, where the bundler or the runtime gives one for a `.wasm` import. */\ndeclare const module: object;\nexport default module;\n',
);
for (const file of readdirSync(dist)) console.log(file, statSync(join(dist, file)).size);
