// Checks a packed package with publint, and its types with attw.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { PKG_TESTS } from './paths.mjs';
import { run } from './run.mjs';

/**
 * @param {string} tarball its path
 * @param {string[]} [attwOptions] undefined for a package without types
 */
export async function checkPackage(tarball, attwOptions) {
  const bytes = readFileSync(tarball);
  const archive = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball: archive }, strict: true, level: 'suggestion' });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg, { color: false })),
    [],
  );
  if (attwOptions === undefined) return;
  const attw = join(PKG_TESTS, 'node_modules/.bin/attw');
  await run(attw, [tarball, '--format', 'ascii', '--no-color', ...attwOptions], { cwd: PKG_TESTS });
}
