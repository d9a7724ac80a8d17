import { defineConfig, mergeConfig } from 'vitest/config';
import shared from '../../vitest.package.ts';

// Node runs the sources itself, as it runs the package: some tests fill the call stack or replace parts of WebAssembly,
// which Vite's module runner would disturb.
export default defineConfig((env) =>
  mergeConfig(shared(env), { test: { experimental: { viteModuleRunner: false, nodeLoader: false } } }),
);
