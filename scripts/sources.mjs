// `node --import scripts/sources.mjs FILE.ts`: Node 24 runs TypeScript, but resolves the packages of this repository to
// their builds. Tests that start processes run the sources instead, by the paths of tsconfig.base.json.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const root = new URL('../', import.meta.url);
const { paths } = JSON.parse(readFileSync(new URL('tsconfig.base.json', root), 'utf8')).compilerOptions;

registerHooks({
  resolve(specifier, context, next) {
    const [path] = Object.hasOwn(paths, specifier) ? paths[specifier] : [];
    return path === undefined ? next(specifier, context) : { url: new URL(path, root).href, shortCircuit: true };
  },
});
