// What the documents name exists: links, anchors, files and commands. The READMEs of packages have no link that is dead on npm.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, test } from 'node:test';
import { applyChange, SECTIONS, stepsOf } from './contributing/steps.mjs';
import { ROOT } from './harness/paths.mjs';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((file) => existsSync(join(ROOT, file)));
const DOCUMENTS = files.filter((file) => /^(\w+\.md|(docs|packages|www)\/.*\.md|pkg-tests\/README\.md)$/.test(file));
/** Its paths are those of earlier versions. */
const HISTORY = 'CHANGELOG.md';

const PATH = /^[\w.@/-]+(\/|\.(ts|rs|mjs|md|json|toml|astro|css))$/;

const read = (file) => readFileSync(join(ROOT, file), 'utf8');
const withoutBlocks = (text) => text.replace(/^ *```[\s\S]*?^ *```$/gm, '');
/** @returns the first group of each match */
const found = (text, pattern) => [...text.matchAll(pattern)].map(([, group]) => group);

/** The anchors of a document, as GitHub and the web page make them from headings. */
function anchors(text) {
  const headings = found(withoutBlocks(text), /^#+ (.*)$/gm).map((heading) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set([...headings, ...found(text, /\bid="([^"]+)"/g)]);
}

const links = (file) => found(withoutBlocks(read(file)), /\]\(([^)\s]+)\)/g);
const isAbsolute = (link) => /^[a-z]+:/.test(link);

/** What is wrong with a relative link; `undefined` if nothing. */
function wrongLink(file, link) {
  const [path, anchor] = link.split('#');
  const target = path === '' ? file : normalize(join(dirname(file), path));
  if (!existsSync(join(ROOT, target))) return `${link}: no such file`;
  if (anchor !== undefined && !anchors(read(target)).has(anchor)) return `${link}: no such heading`;
  return undefined;
}

/**
 * File and folder names in code spans, without those that the document itself creates. A word in capitals, such as `CODE`,
 * may be any part of a name.
 */
function paths(text) {
  const created = new Set(found(text, /^ *```\w+ (\S+)$/gm));
  return found(withoutBlocks(text), /(?<!`)`([^`\n]+)`(?!`)/g).filter(
    (span) => PATH.test(span) && !/^(\/|https?:|auth-object\/)/.test(span) && !created.has(span),
  );
}

function isThere(path) {
  const name = path
    .replace(/\/$/, '')
    .replace(/[.]/g, '\\.')
    .replace(/(?<![\w])[A-Z]{2,}(?![\w])/g, '[^/]+');
  const pattern = new RegExp(`(^|/)${name}${path.endsWith('/') ? '/' : '$'}`);
  return files.some((file) => pattern.test(file));
}

/** What npm is asked to run, by the folder of its package.json. */
function scripts(text) {
  return [...text.matchAll(/\bnpm (run [\w:-]+|test|start)((?: (?:-w|--prefix) [\w@/-]+)?)/g)].map(
    ([command, script, where]) => ({
      command,
      script: script.replace('run ', ''),
      folder: where.trim().split(' ')[1] ?? '.',
    }),
  );
}

/** Files that exist only after something has run. */
const MADE = /^(target|dist|www\/(dist|artefacts))\/|^auth-object\.schemas\.json$|^bench\.json$/;
/** A user's own files. */
const USERS = new Set(['package.json', 'jest.config.json', 'state.db']);

describe('documents', () => {
  test('are there', () => assert.ok(DOCUMENTS.length >= 20, `${DOCUMENTS}`));

  for (const file of DOCUMENTS) {
    test(`${file}: links`, () => {
      const relative = links(file).filter((link) => !isAbsolute(link));
      assert.deepEqual(relative.map((link) => wrongLink(file, link)).filter(Boolean), []);
    });

    if (file === HISTORY) continue;

    test(`${file}: paths`, () => {
      const wrong = paths(read(file)).filter((path) => !MADE.test(path) && !USERS.has(path) && !isThere(path));
      assert.deepEqual(wrong, []);
    });

    test(`${file}: npm scripts`, () => {
      const wrong = scripts(read(file)).filter(({ script, folder }) => {
        const manifest = join(folder, 'package.json');
        return !existsSync(join(ROOT, manifest)) || !Object.hasOwn(JSON.parse(read(manifest)).scripts ?? {}, script);
      });
      assert.deepEqual(
        wrong.map(({ command }) => command),
        [],
      );
    });
  }
});

describe('READMEs of packages', () => {
  const packages = DOCUMENTS.filter((file) => /^packages\/[\w-]+\/README\.md$/.test(file)).map(dirname);
  const published = packages.filter((folder) => !JSON.parse(read(`${folder}/package.json`)).private);

  test('are there', () => assert.ok(published.length >= 4, `${published}`));

  for (const folder of published) {
    test(`${folder}: links only to what npm has`, () => {
      const shipped = JSON.parse(read(`${folder}/package.json`)).files;
      const dead = links(`${folder}/README.md`).filter((link) => {
        if (isAbsolute(link) || link.startsWith('#')) return false;
        return !shipped.some((path) => link === path || link.startsWith(`${path}/`));
      });
      assert.deepEqual(dead, []);
    });
  }
});

describe('CONTRIBUTING.md', () => {
  const page = read('CONTRIBUTING.md');
  const changed = new Map();
  const now = (file) => changed.get(file) ?? read(file);

  // nightly/contributing.test.mjs runs the commands too.
  for (const heading of SECTIONS) {
    test(`${heading}: the changes fit the files`, () => {
      for (const { kind, file, content } of stepsOf(page, heading)) {
        if (kind === 'create') assert.ok(!existsSync(join(ROOT, file)), `${file} exists`);
        if (kind === 'create') changed.set(file, content);
        if (kind === 'change') changed.set(file, applyChange(now(file), content));
      }
    });
  }
});
