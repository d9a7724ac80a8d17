// Finds the programs that neither cargo nor npm installs, and says how to get those that are missing. `npx playwright
// install` would bring browsers of its own instead of those that users have.

import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { StepError } from './step.mjs';

/** The Debian packages of each program; cargo installs the others. */
export const DEBIAN = {
  cc: ['gcc', 'libc6-dev'],
  'g++': ['g++'],
  make: ['make'],
  python3: ['python3'],
  curl: ['curl'],
  chromium: ['chromium'],
  chromedriver: ['chromium-driver'],
  firefox: ['firefox-esr'],
  WebKitWebDriver: ['webkit2gtk-driver'],
  MiniBrowser: ['webkit2gtk-driver'],
  'xvfb-run': ['xvfb'],
  xauth: ['xauth'],
  bash: ['bash'],
  zsh: ['zsh'],
  fish: ['fish'],
  java: ['openjdk-17-jre-headless', 'python3-venv'],
};

/** The browsers that tests drive, with what drives them. */
export const BROWSERS = [
  ...['chromium', 'chromedriver', 'firefox', 'geckodriver', 'WebKitWebDriver', 'MiniBrowser', 'xvfb-run', 'xauth'],
];

/** The shells that completion is written for. */
export const SHELLS = ['bash', 'zsh', 'fish'];

const NAMES = { chromium: ['chromium', 'chromium-browser', 'google-chrome'], firefox: ['firefox-esr', 'firefox'] };

/** Where cargo installs programs; not every PATH has it. */
export const CARGO_BIN = join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'bin');

/** The path of a program, or `undefined` if it is missing. */
export function find(program) {
  // WebKit's driver starts this browser from a folder named after machine and version.
  if (program === 'MiniBrowser') {
    const { stdout } = spawnSync('find', ['/usr/lib', '-path', '*/webkit2gtk-4.*/MiniBrowser'], { encoding: 'utf8' });
    return stdout?.split('\n')[0] || undefined;
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), CARGO_BIN];
  const paths = (NAMES[program] ?? [program]).flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(isExecutable);
}

/**
 * The paths of programs, by their names.
 *
 * @throws {StepError} if some are missing, with what to install
 */
export function need(...programs) {
  const missing = programs.filter((program) => !find(program));
  if (missing.length === 0) return Object.fromEntries(programs.map((program) => [program, find(program)]));
  const packages = missing.flatMap((program) => DEBIAN[program] ?? []);
  const debian = packages.length > 0 ? ` (on Debian: apt-get install ${packages.join(' ')})` : '';
  throw new StepError(`Missing: ${missing.join(', ')}. Run \`npm run setup\`, or install them${debian}.`);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
