// How much a page downloads for checkAuthObject.
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

/**
 * @param {string} dist the folder of a built package
 * @returns {Promise<number>} bytes of its bundle for `checkAuthObject`: minified by esbuild, compressed by brotli
 */
export async function brotliOf(dist) {
  const { outputFiles } = await build({
    stdin: {
      contents: "import { checkAuthObject } from './index.js'; globalThis.check = checkAuthObject;",
      resolveDir: dist,
    },
    ...{ bundle: true, minify: true, write: false, format: 'esm', target: 'es2022', logLevel: 'error' },
  });
  return brotliCompressSync(outputFiles[0].contents).length;
}
