// Runs an environment: a folder of environments/ with a run.mjs.
import { readdirSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { resultOfPage } from './browser.mjs';
import { PKG_TESTS } from './paths.mjs';
import { project } from './project.mjs';
import { run, withServer } from './run.mjs';
import { check } from './sample.mjs';
import { withFolder } from './serve.mjs';

const FOLDER = join(PKG_TESTS, 'environments');

/** @returns {string[]} the names of all environments */
export function environments() {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name);
}

/**
 * @param {string} name
 * @param t the test, which gets a subtest for each part
 * @param {string} [run] the function of its run.mjs
 */
export async function runEnvironment(name, t, run = 'default') {
  const module = await import(pathToFileURL(join(FOLDER, name, 'run.mjs')));
  await module[run](await contextOf(name, t));
}

/** The functions that a run.mjs uses. */
async function contextOf(name, t) {
  const path = await project(`environments/${name}`);
  const bin = (tool) => join(path, 'node_modules/.bin', tool);
  const partOf = (test) => (title, body) => test.test(title, (inner) => body(partOf(inner)));
  const withPath = (options = {}) => ({ cwd: path, ...options });
  return {
    path,
    /** A named part of the test; its body gets a function for parts of it. */
    part: partOf(t),
    /** Runs a tool of the project to its end. */
    tool: (tool, args, options) => run(bin(tool), args, withPath(options)),
    /** Runs this Node. */
    node: (args, options) => run(process.execPath, args, withPath(options)),
    /** A server of the project's tools while `use` runs. */
    server: (tool, args, use, options) => withServer(bin(tool), args, withPath(options), use),
    /** Puts a page of common/ beside a bundle, which it loads as `bundle.js`. */
    copyPage: (page, folder) => copyFile(join(path, 'common', page), join(path, folder, 'index.html')),
    /** Checks the result of common/answers.js, a JSON string. */
    check,
    /** Checks what the page at `url` puts in `globalThis.__result`. */
    checkPage: async (url) => check(await resultOfPage(url)),
    /** The same for a folder of static files. */
    checkFolder: (folder, page = '') =>
      withFolder(join(path, folder), async (url) => check(await resultOfPage(url + page))),
  };
}
