// The examples in the READMEs and in docs/, with the packed packages: they compile under `strict`, run, and print what the
// text says. A block `sh cli` is run by a shell and must exit with the code that the text names.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { stopBrowser } from './harness/browser.mjs';
import { ROOT } from './harness/paths.mjs';
import { project } from './harness/project.mjs';
import { run } from './harness/run.mjs';
import { commandsOf, examplesOf } from './readme/examples.mjs';
import { checkElement, checkOwnForm } from './readme/pages.mjs';

const FILES = [
  'README.md',
  'packages/auth-object/README.md',
  'packages/endpoint/README.md',
  'packages/cli/README.md',
  'docs/endpoint.md',
];
/** Documents about the command line. */
const CLI_FILES = ['packages/cli/README.md', 'docs/check.md', 'docs/scale.md', 'docs/endpoint.md'];
const EXAMPLES = FILES.flatMap((file) => {
  const examples = examplesOf(readFileSync(join(ROOT, file), 'utf8'));
  return examples.map((example, index) => ({ ...example, file, name: `${file.replaceAll(/\W/g, '-')}-${index}` }));
});

const COMPILER_OPTIONS = {
  ...{ strict: true, noEmit: true, target: 'es2022', module: 'nodenext', skipLibCheck: true },
  lib: ['es2022', 'dom', 'dom.iterable'],
  types: [],
};

const withoutLineEndSpace = (text) => text.replace(/[ \t]+$/gm, '').trim();
const tsc = fileURLToPath(import.meta.resolve('typescript')).replace(/typescript[\\/].*/, '.bin/tsc');

describe('examples in documents', { timeout: 300_000 }, () => {
  let path;

  const RUNS = {
    'ts browser': ({ code }) => checkOwnForm(path, code),
    html: ({ code }) => checkElement(path, code),

    async 'sh cli'({ code, printed, exitCode }) {
      assert.ok(exitCode, 'the text says what the command exits with');
      const output = await run('sh', ['-c', `${code}\ntest $? -eq ${exitCode}`], { cwd: path });
      assert.equal(withoutLineEndSpace(output), withoutLineEndSpace(printed));
    },

    async ts({ code, printed, name }) {
      assert.ok(printed, 'a text block says what the example prints');
      const script = await transform(code, { loader: 'ts' });
      await writeFile(join(path, `${name}.mjs`), script.code);
      const output = await run(process.execPath, [`${name}.mjs`], { cwd: path });
      assert.equal(withoutLineEndSpace(output), withoutLineEndSpace(printed));
    },
  };

  before(async () => {
    path = await project('readme');
  });

  after(stopBrowser);

  test('each document has some', () => {
    for (const file of FILES)
      assert.ok(
        EXAMPLES.some((example) => example.file === file),
        file,
      );
  });

  test('TypeScript: all of them compile under strict', async () => {
    const folder = join(path, 'strict');
    await mkdir(folder, { recursive: true });
    const examples = EXAMPLES.filter(({ kind }) => kind.startsWith('ts'));
    for (const { name, code } of examples) await writeFile(join(folder, `${name}.mts`), code);
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: COMPILER_OPTIONS }));
    await run(tsc, ['--project', folder], { cwd: path });
  });

  for (const example of EXAMPLES) {
    test(`${example.file}: ${example.heading}`, () => RUNS[example.kind](example));
  }

  test('commands and options exist', async () => {
    const help = (...args) => run('node_modules/.bin/auth-object', [...args, '--help'], { cwd: path });
    const existing = [...(await help()).matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name]) => name);
    const options = (await Promise.all(existing.filter((name) => name !== 'help').map((name) => help(name)))).join(
      '\n',
    );
    const table = [...readFileSync(join(ROOT, CLI_FILES[0]), 'utf8').matchAll(/^\| `([a-z]+)/gm)].map(
      ([, name]) => name,
    );
    assert.ok(table.length >= 8, `${table}`);
    for (const name of table) assert.ok(existing.includes(name), name);
    for (const file of [...CLI_FILES, 'README.md']) {
      for (const name of commandsOf(readFileSync(join(ROOT, file), 'utf8')).commands) {
        assert.ok(existing.includes(name), `${file}: ${name}`);
      }
    }
    for (const file of CLI_FILES) {
      for (const option of commandsOf(readFileSync(join(ROOT, file), 'utf8')).options) {
        assert.match(options, new RegExp(`${option}\\b`), `${file}: ${option}`);
      }
    }
  });

  test('the numbers of apps are those of the catalogue', async () => {
    const script = 'import { apps } from "auth-object"; console.log(JSON.stringify(apps().map((app) => app.basis)))';
    const bases = JSON.parse(await run(process.execPath, ['--input-type=module', '-e', script], { cwd: path }));
    const count = (basis) => bases.filter((one) => one === basis).length;
    for (const file of FILES.slice(0, 2)) {
      const text = readFileSync(join(ROOT, file), 'utf8');
      assert.match(text, new RegExp(`auth schemas of ${bases.length} apps`));
      assert.match(text, new RegExp(`key names of ${count('documented')} apps`));
      assert.match(text, new RegExp(`its labels \\(${count('labelled')} apps\\)`));
      assert.match(text, new RegExp(`public catalogues \\(${count('peer')} apps\\)`));
    }
  });
});
