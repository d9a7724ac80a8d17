// What pages download: the library beside its peers, and the form before the first keystroke.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { ROOT } from '../../harness/paths.mjs';
import { step } from '../steps.mjs';

export const title = 'Sizes';

/** @param {import('../context.mjs').Context} context */
export async function measure({ ask }) {
  const payload = await ask('Bundle each contender', 'payload.mjs');
  await step('Bundle the form', 'npm', ['run', 'test:size', '--workspace=packages/form'], { cwd: ROOT });
  const folder = join(ROOT, 'target/form/size/element/first');
  const form = readdirSync(folder).map((name) => brotliCompressSync(readFileSync(join(folder, name))).length);
  return { ...payload, form: form.reduce((sum, size) => sum + size, 0) };
}
