import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['index', 'node', 'msw'].map((name) => `src/entry/${name}.ts`),
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  deps: { neverBundle: /^node:/ },
});
