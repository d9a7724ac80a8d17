// Writes the repository's public address, `config.address` of the root package.json, into what is published. npm and
// crates.io take it from each manifest, and npm leaves relative links in a README as they are.

import { posix } from 'node:path';

const PICTURE = /\.(png|svg|gif|jpe?g|webp)$/i;

/** A package.json, as text, with `repository`, `homepage` and `bugs`. */
export function addressOfPackage(text, folder, address) {
  const manifest = {
    ...JSON.parse(text),
    repository: { type: 'git', url: `git+${address}.git`, directory: folder },
    homepage: `${address}/tree/HEAD/${folder}#readme`,
    bugs: `${address}/issues`,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** A Cargo.toml, as text, with `repository` and `homepage`. */
export function addressOfCrate(text, address) {
  const lines = `repository = ${JSON.stringify(address)}\nhomepage = ${JSON.stringify(address)}\n`;
  return text.replace('[package]\n', `[package]\n${lines}`);
}

/** Markdown of a folder whose links to files of the repository are absolute; code stays as it is. */
export function absoluteLinks(text, folder, address) {
  const parts = text.split(/(^```[\s\S]*?^```)/m);
  return parts.map((part, index) => (index % 2 === 1 ? part : linked(part, folder, address))).join('');
}

function linked(text, folder, address) {
  return text.replace(/\]\(([^)\s]+)\)/g, (link, target) => {
    if (/^([a-z][a-z0-9+.-]*:|#)/i.test(target)) return link;
    const path = posix.join(folder, target);
    return `](${address}/${PICTURE.test(path) ? 'raw' : 'blob'}/HEAD/${path})`;
  });
}
