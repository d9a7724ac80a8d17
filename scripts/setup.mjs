// Installs what building and testing need beyond git, rustup and Node: each part only where it is missing.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { whenChanged } from './stamp.mjs';
import { ask, root, StepError, step } from './step.mjs';

const WASM_PACK = '0.15.1';
const GECKODRIVER = '0.36.0';
const TARGET = 'wasm32-unknown-unknown';
const SHELLS = ['bash', 'zsh', 'fish'];

/**
 * A linker, the wasm target, wasm-bindgen in the version that Cargo.lock names (glue and module must be of one version),
 * and wasm-pack, which runs tests.
 */
export async function setUpRust() {
  const rustc = await ask('rustc', ['--version']);
  if (rustc === undefined) throw new StepError('Rust is missing: install it from https://rustup.rs, then try again.');
  if ((await ask('cc', ['--version'])) === undefined) {
    if (!(await hasApt())) throw new StepError('A C compiler is missing, which Rust links with: install gcc.');
    await install('Install a C compiler, which Rust links with', ['gcc', 'libc6-dev']);
  }
  const library = (await ask('rustc', ['--print', 'target-libdir', '--target', TARGET]))?.trim();
  if (!library || !existsSync(library)) await step('Add the wasm target to Rust', 'rustup', ['target', 'add', TARGET]);
  const bindgen = /^name = "wasm-bindgen"\nversion = "(.*)"$/m.exec(readFileSync(join(root, 'Cargo.lock'), 'utf8'))[1];
  if ((await ask('wasm-bindgen', ['--version']))?.trim() !== `wasm-bindgen ${bindgen}`) {
    // Not --locked: its lock file may name packages that are too new for a mirror of the registry.
    await step('Install wasm-bindgen (some minutes, once)', 'cargo', [
      ...['install', 'wasm-bindgen-cli', '--force', '--version', bindgen],
    ]);
  }
  if ((await ask('wasm-pack', ['--version']))?.trim() !== `wasm-pack ${WASM_PACK}`) {
    await step('Install wasm-pack (some minutes, once)', 'cargo', [
      ...['install', 'wasm-pack', '--locked', '--force', '--version', WASM_PACK],
    ]);
  }
}

/** What npm compiles better-sqlite3 with, where there is no ready-made one for this machine. */
export async function setUpCompiler() {
  const missing = await without(['g++', 'make', 'python3']);
  if (missing.length > 0 && (await hasApt())) await install('Install a C++ compiler', missing);
}

const INSTALL = ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'];

/** The npm packages of all workspaces, as the lock file in the root names them. */
export async function setUpWorkspaces() {
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const from = ['package.json', 'package-lock.json', ...workspaces.map((folder) => `${folder}/package.json`)];
  await whenChanged('npm', { from, made: ['node_modules'] }, async () => {
    await step('Install npm packages', 'npm', INSTALL);
  });
}

/** The npm packages of a folder that is no workspace, as its own lock file names them. */
export async function setUpNpm(folder) {
  const from = [`${folder}/package.json`, `${folder}/package-lock.json`];
  await whenChanged(`npm-${folder.replaceAll('/', '-')}`, { from, made: [`${folder}/node_modules`] }, async () => {
    await step(`Install npm packages in ${folder}/`, 'npm', [...INSTALL, '--prefix', folder]);
  });
}

/**
 * PySpark in an environment of its own, with Java and Python.
 *
 * @returns {Promise<string>} the folder of its programs
 */
export async function setUpSpark() {
  const missing = [
    ...((await ask('java', ['-version'])) === undefined ? ['openjdk-17-jre-headless'] : []),
    ...((await ask('python3', ['-c', 'import ensurepip'])) === undefined ? ['python3-venv'] : []),
  ];
  if (missing.length > 0) {
    if (!(await hasApt())) throw new StepError('PySpark needs Java 17 or newer, and Python 3 with venv: install them.');
    await install('Install Java and Python, which PySpark needs', missing);
  }
  const folder = 'target/spark';
  const from = ['pkg-tests/spark/requirements.txt'];
  await whenChanged('spark', { from, made: [`${folder}/bin/spark-submit`] }, async () => {
    await step('Make a Python environment', 'python3', ['-m', 'venv', '--clear', folder]);
    await step('Install PySpark (some 450 MB, once)', join(root, folder, 'bin/pip'), [
      ...['install', '--quiet', '--disable-pip-version-check', '--requirement', from[0]],
    ]);
  });
  return join(root, folder, 'bin');
}

/**
 * Chromium and its driver: from Debian's packages where apt and root are there, else from Playwright.
 *
 * @returns {Promise<{ chromium: string, driver: string | undefined }>} paths of the programs
 */
export async function setUpChromium() {
  const found = await findChromium();
  if (found) return found;
  if (await hasApt()) {
    await install('Install Chromium', ['chromium', 'chromium-driver']);
  } else {
    await setUpNpm('pkg-tests');
    await step('Install Chromium by Playwright', 'npx', [
      '--prefix',
      'pkg-tests',
      'playwright-core',
      'install',
      'chromium',
    ]);
  }
  const installed = await findChromium();
  if (!installed)
    throw new StepError('Chromium could not be installed: install chromium and chromedriver, then try again.');
  return installed;
}

/**
 * Firefox from Debian's packages, unless there is one, and its driver by cargo.
 *
 * @returns {Promise<{ FIREFOX: string, GECKODRIVER: string }>} paths of the programs, for the tests' environment
 */
export async function setUpFirefox() {
  let firefox = await findFirst(['firefox-esr', 'firefox']);
  if (!firefox && (await hasApt())) {
    await install('Install Firefox', ['firefox-esr']);
    firefox = await findFirst(['firefox-esr']);
  }
  if (!firefox) throw new StepError('Firefox is missing, so the form is not tested in it: install firefox-esr.');
  if ((await ask('geckodriver', ['--version']))?.split(/\s/)[1] !== GECKODRIVER) {
    await step('Install geckodriver (some minutes, once)', 'cargo', [
      ...['install', 'geckodriver', '--locked', '--force', '--version', GECKODRIVER],
    ]);
  }
  const geckodriver = await findFirst(['geckodriver']);
  if (!geckodriver) throw new StepError("geckodriver is installed, but not found: add cargo's bin folder to PATH.");
  return { FIREFOX: firefox, GECKODRIVER: geckodriver };
}

/**
 * WebKitGTK with its driver, and a screen for it, from Debian's packages.
 *
 * @returns {Promise<{ WEBKIT_DRIVER: string, MINIBROWSER: string }>} paths of the programs, for the tests' environment
 */
export async function setUpWebKit() {
  const needed = ['WebKitWebDriver', 'xvfb-run', 'xauth'];
  if ((await without(needed)).length > 0 && (await hasApt())) {
    await install('Install WebKit', ['webkit2gtk-driver', 'xvfb', 'xauth']);
  }
  const absent = await without(needed);
  // The browser that the driver starts lies in a folder named after machine and version.
  const files = await ask('find', ['/usr/lib', '-path', '*/webkit2gtk-4.*/MiniBrowser']);
  const browser = files?.split('\n')[0];
  if (absent.length > 0 || !browser) {
    throw new StepError(
      `WebKit is missing (${[...absent, ...(browser ? [] : ['MiniBrowser'])].join(', ')}), so the form is not tested in it: install webkit2gtk-driver, xvfb and xauth.`,
    );
  }
  return { WEBKIT_DRIVER: await findFirst(['WebKitWebDriver']), MINIBROWSER: browser };
}

/** The shells that completion is written for: from Debian's packages where apt and root are there. */
export async function setUpShells() {
  const missing = await without(SHELLS);
  if (missing.length === 0) return;
  if (await hasApt()) await install('Install shells', missing);
  const absent = await without(SHELLS);
  if (absent.length > 0)
    throw new StepError(`Shells are missing that completion is tested in: install ${absent.join(', ')}.`);
}

/** The path of the first program that is there. */
async function findFirst(programs) {
  for (const program of programs) {
    const path = (await ask('which', [program]))?.trim();
    if (path) return path;
  }
  return undefined;
}

/** Of some programs, those that are not there. */
async function without(programs) {
  const found = await Promise.all(programs.map((program) => ask('which', [program])));
  return programs.filter((_, index) => !found[index]);
}

/** Whether Debian's packages can be installed here. */
async function hasApt() {
  return process.getuid?.() === 0 && (await ask('apt-get', ['--version'])) !== undefined;
}

async function install(title, packages) {
  await step('Refresh the package list', 'apt-get', ['update']);
  await step(title, 'apt-get', ['install', '--yes', '--no-install-recommends', ...packages]);
}

async function findChromium() {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const path = (await ask('which', [name]))?.trim();
    if (path) return { chromium: path, driver: (await ask('which', ['chromedriver']))?.trim() };
  }
  if (!existsSync(join(root, 'pkg-tests/node_modules/playwright-core'))) return undefined;
  const { chromium } = await import('../pkg-tests/node_modules/playwright-core/index.mjs');
  return existsSync(chromium.executablePath()) ? { chromium: chromium.executablePath(), driver: undefined } : undefined;
}
