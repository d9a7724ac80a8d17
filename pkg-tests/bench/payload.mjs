// What a browser downloads for each contender: bundled, minified, brotli, all apps in it. Prints JSON, in bytes.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { FILES, OWN } from './contenders/all.mjs';

const compressed = (bytes) => brotliCompressSync(bytes).length;

async function bundled(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    ...{ bundle: true, minify: true, write: false, format: 'esm', target: 'es2022', logLevel: 'error' },
  });
  const bytes = outputFiles[0].contents;
  const script = outputFiles[0].text.replace(/"[^"]{9999,}"/g, '""');
  return { minified: bytes.length, brotli: compressed(bytes), script: compressed(script) };
}

function entryOf(name, needs) {
  // What a page with a form needs.
  if (name === OWN)
    return "import { apps, app, checkAuthObject, inputFields, repair } from 'auth-object'; globalThis.all = { apps, app, checkAuthObject, inputFields, repair };";
  return `
    import { prepare } from './contenders/${FILES[name]}';
    import catalogue from './made/${needs}.json';
    globalThis.apps = prepare(catalogue);
  `;
}

const contenders = {};
for (const [name, file] of Object.entries(FILES)) {
  const { needs } = await import(`./contenders/${file}`);
  contenders[name] = await bundled(entryOf(name, needs));
}
/** The package contains each module as a string too, which is compressed with the script. */
const moduleOf = (name) => readFileSync(fileURLToPath(import.meta.resolve(`auth-object/${name}.wasm`)));
const wasm = moduleOf('auth_object');
const parts = {
  script: contenders[OWN].script,
  wasm: compressed(wasm),
  ...sections(wasm),
  'the wasm of auth-object/rows': compressed(moduleOf('auth_object_rows')),
};
console.log(JSON.stringify({ contenders, parts }));

/** The wasm's two large sections, each compressed separately. */
function sections(bytes) {
  const found = {};
  for (let at = 8; at < bytes.length; ) {
    const id = bytes[at++];
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const part = bytes[at++];
      size |= (part & 127) << shift;
      if (part < 128) break;
    }
    const name = { 10: 'wasm code', 11: 'wasm data' }[id];
    if (name) found[name] = compressed(bytes.subarray(at, at + size));
    at += size;
  }
  return found;
}
