/**
 * What the tests of all packages share: they run on the sources, also those of the neighbours (tsconfig.base.json).
 * `vitest run --mode long` runs the long ones instead.
 */
import { defineConfig } from 'vitest/config';

const LONG = 'src/**/*.long.test.ts';

export default defineConfig(({ mode }) => ({
  resolve: { tsconfigPaths: true },
  test:
    mode === 'long'
      ? { include: [LONG], testTimeout: 1_200_000, hookTimeout: 1_200_000 }
      : { include: ['src/**/*.test.ts'], exclude: [LONG], testTimeout: 60_000, hookTimeout: 60_000 },
}));
