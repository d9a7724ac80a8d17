// `npm run setup`: installs everything that `npm test` needs, each part only if it is missing, and builds the modules.
// `npm run setup -- --nightly` adds what `npm run nightly` needs. No tool installs across apt, rustup, cargo and npm.

import { pythonEnvironment } from '../pkg-tests/harness/python.mjs';
import { installCargo, installDebian, installPackages, installRust, lockedVersion } from './install.mjs';
import { BROWSERS, SHELLS } from './programs.mjs';
import { runSteps } from './progress.mjs';
import { main, run } from './step.mjs';

const GECKODRIVER = '0.36.0';
/** npm compiles better-sqlite3 with these, and tests call curl. */
const TOOLS = ['cc', 'g++', 'make', 'python3', 'curl'];
const isNightly = process.argv.includes('--nightly');

await main(() =>
  runSteps([
    {
      name: 'programs',
      title: 'Install browsers, shells and a compiler',
      seconds: 60,
      run: () => installDebian([...TOOLS, ...BROWSERS, ...SHELLS, ...(isNightly ? ['java'] : [])]),
    },
    {
      name: 'rust',
      title: 'Install the WebAssembly target of Rust',
      seconds: 5,
      after: ['programs'],
      run: installRust,
    },
    {
      name: 'npm',
      title: 'Install npm packages',
      seconds: 150,
      after: ['programs'],
      run: async () => {
        await installPackages('.');
        await installPackages('pkg-tests');
      },
    },
    {
      name: 'cargo',
      title: 'Install the test runner for WebAssembly and geckodriver',
      seconds: 150,
      after: ['rust'],
      run: async () => {
        // In the profile that compiles fastest; not --locked, for that file may name packages that a mirror lacks.
        const runner = 'wasm-bindgen-test-runner';
        await installCargo(runner, lockedVersion('wasm-bindgen'), ['wasm-bindgen-cli', '--debug', '--bin', runner]);
        await installCargo('geckodriver', GECKODRIVER, ['geckodriver', '--locked', '--debug']);
      },
    },
    {
      name: 'build',
      title: 'Build the packages',
      seconds: 90,
      after: ['npm', 'cargo'],
      run: () => run('npm', ['run', 'build']),
    },
    ...(isNightly
      ? [
          {
            name: 'spark',
            title: 'Install PySpark',
            seconds: 90,
            after: ['programs'],
            run: () => pythonEnvironment('spark', 'pkg-tests/spark/requirements.txt'),
          },
        ]
      : []),
  ]),
);
