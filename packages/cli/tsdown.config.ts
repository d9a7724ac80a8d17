import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: 'src/main.ts',
  platform: 'node',
  target: 'es2022',
  dts: false,
  fixedExtension: false,
});
