/** What the tests of all packages share: they run on the sources, also those of the neighbours (tsconfig.base.json). */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: { include: ['src/**/*.test.ts'], exclude: ['src/**/*.long.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
