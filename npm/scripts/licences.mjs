// The licences of the packages whose code stands in npm/dist.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const IN_PACKAGE = /^(?<folder>(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENCE = /^(licen[cs]e|copying)([.-].*)?$/i;

/**
 * @param {string} root the folder that the paths start from
 * @param {string[]} inputs the paths of all sources of the bundles, as esbuild's metafile has them
 * @returns {string} each package once: name, version, licence and its text
 */
export function licences(root, inputs) {
  const folders = new Set(inputs.map((input) => IN_PACKAGE.exec(input)?.groups.folder).filter(Boolean));
  const texts = [...folders].sort().map((folder) => licence(join(root, folder)));
  return `Parts of these packages stand in the files of this folder.\n\n${texts.join('\n')}`;
}

function licence(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => LICENCE.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence text.`);
  const text = readFileSync(join(folder, file), 'utf8').trim();
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n${'='.repeat(80)}\n\n${text}\n`;
}
