// Writes src/wasm/built: the modules of wasm/ as text, because a script that contains its module needs no bundler plugin,
// no second request and no `init`; and the glue as one object.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { decoderWasm } from './ascii/decoder.mjs';
import { encodeAscii } from './ascii/encode.mjs';

/** By the names that the sources import: the files of wasm/, and the type of the glue. */
const MODULES = { base: ['auth_object', 'Glue'], rows: ['auth_object_rows', 'RowsGlue'] };
const built = new URL('../src/wasm/built/', import.meta.url);

mkdirSync(built, { recursive: true });
for (const [name, [file, type]] of Object.entries(MODULES)) {
  const names = Object.keys(await import(`../wasm/${file}.js`)).filter((key) => key !== 'default');
  const members = names.map((key) => (key === '__wbg_reset_state' ? `reset: ${key}` : key));
  const glue = `import { ${names.join(', ')} } from '../../../wasm/${file}.js';\nexport default { ${members.join(', ')} };\n`;
  const bytes = readFileSync(new URL(`../wasm/${file}_bg.wasm`, import.meta.url));
  write(
    `${name}-glue`,
    glue,
    `import type { ${type} } from '../glue.ts';\ndeclare const glue: ${type};\nexport default glue;\n`,
  );
  writeText(`${name}-text`, encodeAscii(bytes));
}
writeText('decoder', Buffer.from(decoderWasm()).toString('base64'));

function writeText(name, text) {
  write(name, `export default ${JSON.stringify(text)};\n`, 'declare const text: string;\nexport default text;\n');
}

function write(name, script, types) {
  writeFileSync(new URL(`${name}.js`, built), script);
  writeFileSync(new URL(`${name}.d.ts`, built), types);
}
