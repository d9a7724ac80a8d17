import { defineConfig } from 'tsdown';
import { appModules } from './build/app-modules.ts';

export default defineConfig({
  entry: ['src/index.ts', 'src/element.ts', 'src/react.ts', 'src/json-schema.ts'],
  platform: 'neutral',
  target: 'es2022',
  // Without the paths of tsconfig.base.json, which lead to the library's sources: tsdown would write declarations there.
  tsconfig: 'tsconfig.build.json',
  dts: true,
  // Names without hashes, so that .size-limit.json can list files.
  hash: false,
  // 205 apps would hide the warnings.
  report: false,
  plugins: [appModules()],
  outputOptions: { comments: { legal: false, jsdoc: false } },
});
