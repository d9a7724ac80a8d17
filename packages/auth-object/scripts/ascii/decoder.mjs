// decode.wat, compiled.
import { readFileSync } from 'node:fs';
import binaryen from 'binaryen';
import { ALPHABET, SINGLES } from './encode.mjs';

export function decoderWasm() {
  const values = { ALPHABET, SINGLES, CHARACTERS: ALPHABET.length };
  const wat = readFileSync(new URL('decode.wat', import.meta.url), 'utf8');
  const module = binaryen.parseText(wat.replace(/\b(ALPHABET|SINGLES|CHARACTERS)\b/g, (name) => values[name]));
  binaryen.setOptimizeLevel(2);
  module.optimize();
  return module.emitBinary();
}
