// Where things are, and where the tests put what they make.
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const NPM = join(ROOT, 'npm');
export const FORM = join(ROOT, 'packages/form');
export const PKG_TESTS = join(ROOT, 'pkg-tests');
/** Tells the projects of two checkouts apart. */
const CHECKOUT = createHash('sha256').update(ROOT).digest('hex').slice(0, 12);
/**
 * The projects at work: a copy of each environment's folder with its node_modules. Outside of the repository, whose
 * node_modules they would find otherwise.
 */
export const PROJECTS = join(tmpdir(), `auth-object-${CHECKOUT}`);
/** The packed packages. */
export const PACKED = join(ROOT, 'target/packed');
export const PACKED_FORM = join(ROOT, 'target/packed-form');
