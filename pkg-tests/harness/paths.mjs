// Where things are, and where the tests put what they make: everything made goes below target/.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const NPM = join(ROOT, 'npm');
export const PKG_TESTS = join(ROOT, 'pkg-tests');
/** The projects at work: a copy of each environment's folder with its node_modules. */
export const PROJECTS = join(ROOT, 'target/pkg-tests');
/** The packed package. */
export const PACKED = join(ROOT, 'target/packed');
