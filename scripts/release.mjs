// `npm run release`: packs everything that is published, writes the public address into it and tries to publish it;
// `npm run release -- --publish` publishes. npm and cargo publish, but only know addresses that each manifest repeats.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { absoluteLinks, addressOfCrate, addressOfPackage } from './address.mjs';
import { main, root, StepError, step } from './step.mjs';

/** In the order in which they need each other. */
const PACKAGES = ['packages/auth-object', 'packages/endpoint', 'packages/form', 'packages/cli'];

await main(async () => {
  const address = process.env.npm_package_config_address?.replace(/\/$/, '');
  if (!address) {
    throw new StepError(
      'Nothing is published: the repository has no public address yet, so links would lead nowhere. Set it with ' +
        '`npm pkg set config.address=https://github.com/OWNER/NAME`, then run `npm run release` again.',
    );
  }
  const options = process.argv.includes('--publish') ? [] : ['--dry-run'];
  await step('Build', 'npm', ['run', 'build']);
  const out = mkdtempSync(join(tmpdir(), 'auth-object-release-'));
  const packages = [];
  for (const folder of PACKAGES) packages.push(await packed(folder, address, out));
  const crate = await packedCrate(address, out);
  // Nothing is published before everything is packed.
  for (const path of packages) {
    await step(`Publish ${path}`, 'npm', ['publish', '--access=public', '--ignore-scripts', ...options], {
      cwd: path,
      show: true,
    });
  }
  await step(`Publish ${crate}`, 'cargo', ['publish', '--allow-dirty', ...options], { cwd: crate, show: true });
  rmSync(out, { recursive: true });
});

/** The content of a package's tarball, with the address in it. */
async function packed(folder, address, out) {
  const output = await step(`Pack ${folder}`, 'npm', [
    'pack',
    '--json',
    `--workspace=${folder}`,
    `--pack-destination=${out}`,
  ]);
  const { filename } = JSON.parse(/^[[{]$[\s\S]*/m.exec(output)[0])[0];
  const path = await unpacked(join(out, filename), join(out, folder));
  edit(join(path, 'package.json'), (text) => addressOfPackage(text, folder, address));
  edit(join(path, 'README.md'), (text) => absoluteLinks(text, folder, address));
  return path;
}

/** The content of the crate's archive, with the address in it. crates.io makes the README's links absolute. */
async function packedCrate(address, out) {
  await step('Pack the crate', 'cargo', ['package', '--package=auth-object', '--no-verify', '--allow-dirty']);
  const { version } = JSON.parse(await step('Read its version', 'cargo', ['read-manifest']));
  const archive = join(root, process.env.CARGO_TARGET_DIR ?? 'target', `package/auth-object-${version}.crate`);
  const path = await unpacked(archive, join(out, 'crate'));
  // cargo writes this file itself.
  rmSync(join(path, 'Cargo.toml.orig'));
  edit(join(path, 'Cargo.toml'), (text) => addressOfCrate(text, address));
  return path;
}

/** Unpacks an archive, which holds one folder, to a folder. */
async function unpacked(archive, path) {
  mkdirSync(path, { recursive: true });
  await step(`Unpack ${archive}`, 'tar', [
    '--extract',
    '--gzip',
    '--strip-components=1',
    `--file=${archive}`,
    `--directory=${path}`,
  ]);
  return path;
}

function edit(path, change) {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}
