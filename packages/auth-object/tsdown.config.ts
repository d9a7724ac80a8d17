import { defineConfig } from 'tsdown';

const typed = ['index', 'slim', 'rows', 'rows-slim', 'node'];
const untyped = ['workerd', 'edge-light', 'rows-workerd', 'rows-edge-light'];
const fileOf = (name: string) => `src/entry/${name}.ts`;

export default defineConfig({
  entry: {
    ...Object.fromEntries([...typed, ...untyped].map((name) => [name, fileOf(name)])),
    'thread-script': 'src/node/thread-script.ts',
  },
  platform: 'neutral',
  target: 'es2022',
  tsconfig: 'tsconfig.node.json',
  dts: { entry: typed.map(fileOf) },
  deps: { neverBundle: /^node:/ },
  plugins: [
    {
      // The runtime or its bundler compiles them; they lie beside the scripts.
      name: 'wasm-files',
      resolveId: (id) => (/\.wasm(\?module)?$/.test(id) ? { id, external: true } : undefined),
    },
  ],
  copy: { from: 'wasm/*.wasm', rename: (name) => `${name.replace(/_bg$/, '')}.wasm` },
  outputOptions: { comments: { legal: false, jsdoc: false } },
});
