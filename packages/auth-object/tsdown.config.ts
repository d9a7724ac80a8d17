import { defineConfig } from 'tsdown';

const typed = ['index', 'rows', 'node'];
// package.json gives them the types of index and rows, which export the same.
const others = ['slim', 'workerd', 'edge-light', 'rows-slim', 'rows-workerd', 'rows-edge-light'];
const fileOf = (name: string) => `src/entry/${name}.ts`;

export default defineConfig({
  entry: {
    ...Object.fromEntries([...typed, ...others].map((name) => [name, fileOf(name)])),
    'thread-script': 'src/node/thread-script.ts',
  },
  platform: 'neutral',
  target: 'es2022',
  tsconfig: 'tsconfig.node.json',
  // Oxc reads the declarations off the sources: the exports that the entries reach have explicit types.
  dts: { entry: typed.map(fileOf), generator: 'oxc' },
  deps: { neverBundle: /^node:/ },
  plugins: [
    {
      // The runtime or its bundler compiles the wasm files, which are beside the scripts.
      name: 'wasm-files',
      resolveId: (id) => (/\.wasm(\?module)?$/.test(id) ? { id, external: true } : undefined),
    },
  ],
  copy: [{ from: 'wasm/*.wasm', rename: (name) => `${name.replace(/_bg$/, '')}.wasm` }, 'src/wasm/wasm-module.d.ts'],
  outputOptions: { comments: { legal: false, jsdoc: false } },
});
