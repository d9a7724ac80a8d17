// Bundles three pages for size-limit: target/form/size/NAME/first has what a page loads at once, NAME/later the rest.
// size-limit measures files; only esbuild's metafile says which of them a page loads at once.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('..', import.meta.url));
const out = join(folder, '../../target/form/size');

/** What each page imports. */
const PAGES = {
  element: "import '@auth-object/form/element'; import '@auth-object/form/apps/netsuite';",
  state: "export { createForm } from '@auth-object/form'; import '@auth-object/form/apps/netsuite';",
  react: "export { useAuthObjectForm } from '@auth-object/form/react'; import '@auth-object/form/apps/netsuite';",
};

rmSync(out, { recursive: true, force: true });
for (const [name, contents] of Object.entries(PAGES)) {
  const { metafile, outputFiles } = await build({
    absWorkingDir: folder,
    stdin: { contents, resolveDir: folder },
    outdir: join(out, name),
    entryNames: 'page',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    external: ['react'],
    metafile: true,
    write: false,
  });
  const [page] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === '<stdin>');
  const first = reached(page, metafile.outputs);
  for (const { path, text } of outputFiles) {
    // German has a separate limit.
    if (/\bde-\w+\.js$/.test(path)) continue;
    const place = join(out, name, first.has(relative(folder, path)) ? 'first' : 'later');
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, basename(path)), text);
  }
}

/** A file and all that it imports statically. Paths are relative to the package. */
function reached(path, outputs, all = new Set()) {
  all.add(path);
  for (const { path: next, kind, external } of outputs[path].imports) {
    if (kind === 'import-statement' && !external && !all.has(next)) reached(next, outputs, all);
  }
  return all;
}
