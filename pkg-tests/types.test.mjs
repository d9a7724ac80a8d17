// The packed types, as TypeScript consumers of each kind meet them: what must compile does, and each
// @ts-expect-error is an error.
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { PKG_TESTS } from './harness/paths.mjs';
import { project } from './harness/project.mjs';
import { run } from './harness/run.mjs';

/** Folders of node_modules: the newest TypeScript, and one of early 2024. */
const COMPILERS = ['typescript', 'typescript-5.4'];
const SETTINGS = ['nodenext', 'node16', 'bundler', 'dom'];

describe('types', () => {
  let path;

  before(async () => {
    path = await project('types');
  });

  for (const compiler of COMPILERS) {
    for (const settings of SETTINGS) {
      test(`${compiler}, ${settings}`, async () => {
        const tsc = join(PKG_TESTS, 'node_modules', compiler, 'bin/tsc');
        await run(process.execPath, [tsc, '--project', `tsconfig.${settings}.json`, '--pretty', 'false'], {
          cwd: path,
        });
      });
    }
  }
});
