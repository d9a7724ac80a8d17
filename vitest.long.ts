/** The tests that take minutes: `npm run nightly -- long`. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: { include: ['packages/*/src/**/*.long.test.ts'], fileParallelism: false, testTimeout: 1_800_000 },
});
