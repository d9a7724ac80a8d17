import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['index', 'node', 'msw'].map((name) => `src/entry/${name}.ts`),
  platform: 'neutral',
  target: 'es2022',
  // Without the paths of tsconfig.base.json, which lead to the library's sources: tsdown would write declarations there.
  tsconfig: 'tsconfig.build.json',
  dts: true,
  deps: { neverBundle: /^node:/ },
});
