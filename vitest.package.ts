/**
 * What the tests of all packages share: they run on the sources, also those of the neighbours (tsconfig.base.json).
 * `vitest run --mode long` runs the long ones instead.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Node keeps what it compiles, types stripped: a thread or process that runs the sources starts in a quarter of the time.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/node', import.meta.url));

const LONG = 'src/**/*.long.test.ts';

export default defineConfig(({ mode }) => ({
  resolve: { tsconfigPaths: true },
  test:
    mode === 'long'
      ? { include: [LONG], testTimeout: 1_200_000, hookTimeout: 1_200_000 }
      : { include: ['src/**/*.test.ts'], exclude: [LONG], testTimeout: 60_000, hookTimeout: 60_000 },
}));
