// Where things are, and where the tests put what they make.
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, without a slash at the end. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
export const PACKAGES = join(ROOT, 'packages');
export const PKG_TESTS = join(ROOT, 'pkg-tests');
const CHECKOUT = createHash('sha256').update(ROOT).digest('hex').slice(0, 12);
/**
 * The installed projects, a folder for each checkout. They are outside of the repository so that tools cannot find its
 * node_modules.
 */
export const PROJECTS = join(tmpdir(), `auth-object-${CHECKOUT}`);
/** The packed packages. */
export const PACKED = join(ROOT, 'target/packed');
