// Packs the packages and installs all projects that the tests use, so that test files may run side by side.
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { packAll } from './pack.mjs';
import { PKG_TESTS } from './paths.mjs';
import { install } from './project.mjs';

/** Projects that tests do not use. */
const OTHERS = ['.', 'bench'];
const AT_ONCE = 2;

const roots = readdirSync(PKG_TESTS, { recursive: true })
  .filter((file) => /(^|\/)package-lock\.json$/.test(file) && !file.includes('node_modules'))
  .map(dirname)
  .filter((root) => !OTHERS.includes(root));
await packAll();
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let root = roots.shift(); root !== undefined; root = roots.shift()) {
      const started = Date.now();
      await install(root);
      console.log(`${root}: installed in ${Math.round((Date.now() - started) / 1000)} s`);
    }
  }),
);
