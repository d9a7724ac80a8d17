// A copy of the repository, in which the steps of CONTRIBUTING.md may write and build.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../harness/paths.mjs';

/** What the build made and git ignores, which tests of sources need. */
const BUILT = [
  'packages/auth-object/src/wasm/built',
  'packages/auth-object/wasm',
  'packages/auth-object/dist',
  'packages/endpoint/dist',
];

/** Copies what git knows, what is new, and what is built. Installed packages are linked. */
export function copyRepository(folder) {
  rmSync(folder, { recursive: true, force: true });
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  for (const file of [...listed.toString().split('\0').filter(Boolean), ...BUILT]) {
    if (!existsSync(join(ROOT, file))) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file), { recursive: true });
  }
  linkInstalled(folder);
}

/** Packages of the workspaces are those of the copy, all others those of the repository. */
function linkInstalled(folder) {
  for (const name of readdirSync(join(ROOT, 'packages'))) {
    const own = join('packages', name, 'node_modules');
    if (existsSync(join(ROOT, own))) symlinkSync(join(ROOT, own), join(folder, own));
  }
  const from = join(ROOT, 'node_modules');
  const to = join(folder, 'node_modules');
  mkdirSync(join(to, '@auth-object'), { recursive: true });
  for (const name of readdirSync(from)) {
    if (name !== 'auth-object' && name !== '@auth-object') symlinkSync(join(from, name), join(to, name));
  }
  for (const name of readdirSync(join(ROOT, 'packages'))) {
    const isLibrary = name === 'auth-object';
    const [link, target] = isLibrary
      ? [name, `../packages/${name}`]
      : [`@auth-object/${name}`, `../../packages/${name}`];
    symlinkSync(target, join(to, link));
  }
}
