// `npm test`: everything that CI runs, in one go. `npm test -- NAME …` runs the stages of these names only.

import { join } from 'node:path';
import { build } from './build.mjs';
import { setUpChromium, setUpFirefox, setUpNpm, setUpRust, setUpWebKit } from './setup.mjs';
import { bold, green, main, red, root, StepError, step } from './step.mjs';

const WASM = 'wasm32-unknown-unknown';
const npm = (folder, script) => ['run', '--prefix', folder, script];

/** What `npm test` does, in order: a name, what it checks, and how. */
const STAGES = {
  format: ['Formatting and lints', lint],
  rust: ['Rust, natively', rust],
  generated: ['Generated files are what their sources say', generated],
  wasm: ['Rust, as wasm in Node, Chromium and Firefox', wasm],
  unit: ['The package, unit by unit', unit],
  form: ['The form', form],
  www: ['The web page', www],
  package: ['The packed package in every environment', environments],
};

async function lint() {
  await step('rustfmt', 'cargo', ['fmt', '--check']);
  const crates = {
    Clippy: ['--workspace', '--all-targets'],
    'Clippy, the crate as wasm': ['--package', 'auth-object', '--no-default-features', '--target', WASM],
    'Clippy, JavaScript': ['--package', 'auth-object-wasm', '--target', WASM],
    'Clippy, JavaScript with rows': ['--package', 'auth-object-wasm', '--features', 'rows', '--target', WASM],
  };
  for (const [title, options] of Object.entries(crates)) {
    await step(title, 'cargo', ['clippy', ...options, '--', '--deny', 'warnings']);
  }
  await step('Biome', join(root, 'node_modules/.bin/biome'), ['ci', '--colors=off', '.']);
  await step('TypeScript', 'npm', npm('npm', 'typecheck'));
  await step('TypeScript of the form', 'npm', npm('packages/form', 'typecheck'));
  await step('TypeScript of the web page', 'npm', npm('www', 'typecheck'));
}

async function rust() {
  await step('Tests', 'cargo', ['test', '--workspace'], { show: true });
  const env = { RUSTDOCFLAGS: '--deny warnings' };
  await step('Documentation', 'cargo', ['doc', '--no-deps', '-p', 'auth-object'], { env });
}

async function generated() {
  const generator = ['run', '--quiet', '-p', 'auth-object-schema', '--', '--check'];
  await step('Catalogue, types and rules', 'cargo', generator);
  await step('Cases of every app', 'node', ['pkg-tests/cases-tools/generate-app-cases.mjs', '--check']);
}

async function wasm() {
  const cases = (name) => ['--', '--no-default-features', '--features', 'serde_json', '--test', name];
  const inBrowser = (browser, ...driver) => ['test', '--headless', browser, ...driver, ...cases('cases_browser')];
  await step('Node', 'wasm-pack', ['test', '--node', ...cases('cases_node')]);
  const { chromium, driver } = await setUpChromium();
  const chromedriver = driver ? ['--chromedriver', driver] : [];
  await step('Chromium', 'wasm-pack', inBrowser('--chrome', ...chromedriver), { env: { CHROME: chromium } });
  const { GECKODRIVER } = await setUpFirefox();
  await step('Firefox', 'wasm-pack', inBrowser('--firefox', '--geckodriver', GECKODRIVER));
}

async function unit() {
  await step('Unit tests', 'npm', npm('npm', 'test'), { show: true });
  await step('A million requests', 'npm', npm('npm', 'test:long'), { show: true });
}

async function form() {
  const { chromium } = await setUpChromium();
  await step('Unit tests', 'npm', npm('packages/form', 'test'), { show: true });
  await step('Chromium', 'npm', npm('packages/form', 'test:browser'), { show: true, env: { CHROMIUM: chromium } });
  await otherBrowsers('packages/form');
  await step('Size', 'npm', npm('packages/form', 'test:size'), { show: true });
  await step('publint and attw', 'npm', npm('packages/form', 'check:package'));
}

/** Runs the tests of a package in Firefox and WebKit. */
async function otherBrowsers(folder) {
  const tests = npm(folder, 'test:other-browsers');
  const firefox = await setUpFirefox();
  await step('Firefox', 'npm', tests, { show: true, env: { ...firefox, ONLY: 'firefox' } });
  const webkit = await setUpWebKit();
  const withScreen = ['--auto-servernum', 'npm', ...tests];
  await step('WebKit', 'xvfb-run', withScreen, { show: true, env: { ...webkit, ONLY: 'webkit' } });
}

async function www() {
  const { chromium } = await setUpChromium();
  const env = { CHROMIUM: chromium, ASTRO_TELEMETRY_DISABLED: '1' };
  await step('Unit tests', 'npm', npm('www', 'test'), { show: true });
  await step('Build', 'npm', npm('www', 'build'), { env });
  await step('Chromium', 'npm', npm('www', 'test:browser'), { show: true, env });
  await otherBrowsers('www');
  await step('Size', 'npm', npm('www', 'test:size'), { show: true });
  await step('Lighthouse', 'npm', npm('www', 'test:lighthouse'), { show: true, env });
}

async function environments() {
  await setUpNpm('pkg-tests');
  await step('Packed package', 'npm', ['test', '--prefix', 'pkg-tests'], { show: true });
}

await main(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !(name in STAGES));
  if (unknown) throw new StepError(`There is no stage ${unknown}; there are: ${Object.keys(STAGES).join(', ')}.`);
  await setUpRust();
  await build();
  await setUpChromium();
  const failed = [];
  const stages = Object.entries(STAGES).filter(([name]) => asked.length === 0 || asked.includes(name));
  for (const [name, [title, run]] of stages) {
    console.log(`\n${bold(title)} (${name})`);
    await run().catch((error) => {
      if (!(error instanceof StepError)) throw error;
      console.log(error.output);
      console.log(red(error.message));
      failed.push(name);
    });
  }
  console.log('');
  for (const [name, [title]] of stages) {
    console.log(failed.includes(name) ? red(`✗ ${title} (${name})`) : green(`✓ ${title} (${name})`));
  }
  console.log(`stages: ${stages.length - failed.length} passed, ${failed.length} failed`);
  if (failed.length > 0) throw new StepError('Some stages failed.');
});
