// The size of what a visitor downloads before the editor: the page, its scripts and their imports, in kB of brotli.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
/** For each page; about 90 of them are the library's WebAssembly. Fonts would count too, but the page has none. */
const LIMIT_KB = 143;
const PAGES = [
  'index.html',
  'apps/index.html',
  'apps/netsuite/index.html',
  'rules/keybased_fields/index.html',
  'docs/check/index.html',
  'try/index.html',
];

let isTooLarge = false;
for (const page of PAGES) {
  const files = staticFiles(page);
  const kB = files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(file)).length, 0) / 1000;
  isTooLarge ||= kB > LIMIT_KB;
  console.log(`${kB.toFixed(1).padStart(6)} kB  ${page} (${files.length} files)`);
}
if (isTooLarge) {
  console.error(`A page is larger than ${LIMIT_KB} kB.`);
  process.exitCode = 1;
}

/** The page and its scripts, with their static imports. */
function staticFiles(page) {
  const html = readFileSync(join(dist, page), 'utf8');
  const found = new Set([join(dist, page)]);
  const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => join(dist, src));
  const inline = [...html.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)].flatMap(([, code]) =>
    importsOf(code, dist),
  );
  const follow = (file) => {
    if (found.has(file) || !existsSync(file)) return;
    found.add(file);
    importsOf(readFileSync(file, 'utf8'), dirname(file)).forEach(follow);
  };
  [...scripts, ...inline].forEach(follow);
  return [...found];
}

function importsOf(code, folder) {
  const names = [...code.matchAll(/(?:^|[;\s}])import\s*(?:[^"'();]*?from\s*)?["']([^"']+)["']/g)].map(
    ([, name]) => name,
  );
  return names.map((name) => (name.startsWith('/') ? join(dist, name) : resolve(folder, name)));
}
