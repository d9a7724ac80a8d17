// Without its resolve plugin, Rollup finds no package. Nothing else is needed.
import resolve from '@rollup/plugin-node-resolve';

export default [
  { input: 'common/page.js', output: { file: 'dist/bundle.js', format: 'es' }, plugins: [resolve({ browser: true })] },
  {
    input: 'common/page.js',
    output: { file: 'classic/bundle.js', format: 'iife' },
    plugins: [resolve({ browser: true })],
  },
  { input: 'common/print.js', output: { file: 'server/print.cjs', format: 'cjs' }, plugins: [resolve()] },
];
