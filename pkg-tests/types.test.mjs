// The packed types with every module setting of TypeScript: the files compile, and each @ts-expect-error is an error.
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { PKG_TESTS } from './harness/paths.mjs';
import { project } from './harness/project.mjs';
import { run } from './harness/run.mjs';

const SETTINGS = ['nodenext', 'node16', 'bundler', 'dom'];
/** Folders of node_modules: the newest TypeScript, and one of early 2024, in which CommonJS cannot require ES modules. */
const COMPILERS = { typescript: [...SETTINGS, 'commonjs'], 'typescript-5.4': SETTINGS };

describe('types', () => {
  let path;

  before(async () => {
    path = await project('types');
  });

  for (const [compiler, allSettings] of Object.entries(COMPILERS)) {
    for (const settings of allSettings) {
      test(`${compiler}, ${settings}`, async () => {
        const tsc = join(PKG_TESTS, 'node_modules', compiler, 'bin/tsc');
        await run(process.execPath, [tsc, '--project', `tsconfig.${settings}.json`, '--pretty', 'false'], {
          cwd: path,
        });
      });
    }
  }
});
