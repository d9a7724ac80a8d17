// The module `auth-object:decoder`, for esbuild: decode.wat compiled, in base64.
import { readFileSync } from 'node:fs';
import binaryen from 'binaryen';
import { ALPHABET, SINGLES } from './encode.mjs';

export const asciiDecoder = {
  name: 'ascii-decoder',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^auth-object:decoder$/ }, ({ path }) => ({ path, namespace: 'ascii-decoder' }));
    onLoad({ filter: /^/, namespace: 'ascii-decoder' }, () => ({
      contents: `export default ${JSON.stringify(Buffer.from(decoderWasm()).toString('base64'))}`,
    }));
  },
};

function decoderWasm() {
  const values = { ALPHABET, SINGLES, CHARACTERS: ALPHABET.length };
  const wat = readFileSync(new URL('decode.wat', import.meta.url), 'utf8');
  const module = binaryen.parseText(wat.replace(/\b(ALPHABET|SINGLES|CHARACTERS)\b/g, (name) => values[name]));
  binaryen.setOptimizeLevel(2);
  module.optimize();
  return module.emitBinary();
}
