// One import, no plugin, no await: the packed package in every environment. A folder of environments/ is one test.
// `ONLY=vite,bun node --test environments.test.mjs` runs these two alone.
import { readdirSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { resultOfPage, stopBrowser } from './harness/browser.mjs';
import { PKG_TESTS } from './harness/paths.mjs';
import { project } from './harness/project.mjs';
import { run, withServer } from './harness/run.mjs';
import { check } from './harness/sample.mjs';
import { withFolder } from './harness/serve.mjs';

const FOLDER = join(PKG_TESTS, 'environments');

/** What an environment's run.mjs works with; `t` names its parts in the report. */
async function contextOf(name, t) {
  const path = await project(`environments/${name}`);
  const bin = (tool) => join(path, 'node_modules/.bin', tool);
  const withPath = (options = {}) => ({ cwd: path, ...options });
  return {
    path,
    /** A named part of the test. */
    part: (title, body) => t.test(title, body),
    /** Runs a tool of the project to its end. */
    tool: (tool, args, options) => run(bin(tool), args, withPath(options)),
    /** Runs this Node. */
    node: (args, options) => run(process.execPath, args, withPath(options)),
    /** A server of the project's tools while `use` runs. */
    server: (tool, args, use, options) => withServer(bin(tool), args, withPath(options), use),
    /** Puts a page of common/ beside a bundle, which it loads as `bundle.js`. */
    copyPage: (page, folder) => copyFile(join(path, 'common', page), join(path, folder, 'index.html')),
    /** Checks what common/answers.js gave, as JSON text. */
    check,
    /** Checks what the page at `url` puts in `globalThis.__result`. */
    checkPage: async (url) => check(await resultOfPage(url)),
    /** The same for a folder of static files. */
    checkFolder: (folder, page = '') =>
      withFolder(join(path, folder), async (url) => check(await resultOfPage(url + page))),
  };
}

/** The names of the folders, or those that are asked for. */
function environments() {
  const all = readdirSync(FOLDER);
  const asked = process.env.ONLY?.split(',') ?? all;
  const unknown = asked.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new Error(`There is no environment ${unknown}; there are: ${all.join(', ')}.`);
  return asked;
}

describe('environments', { concurrency: 2 }, () => {
  after(stopBrowser);
  for (const name of environments()) {
    test(name, { timeout: 900_000 }, async (t) => {
      const { default: runIn } = await import(pathToFileURL(join(FOLDER, name, 'run.mjs')));
      await runIn(await contextOf(name, t));
    });
  }
});
