// Follows CONTRIBUTING.md in a copy of the repository: writes its files, makes its changes, runs its commands.
// Cargo builds into target/contributing, so that only the first run compiles the dependencies.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { copyRepository } from '../contributing/copy.mjs';
import { applyChange, SECTIONS, stepsOf } from '../contributing/steps.mjs';
import { PROJECTS, ROOT } from '../harness/paths.mjs';

const PAGE = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
const COPY = join(PROJECTS, 'contributing');

const ACTIONS = {
  create({ file, content }) {
    const path = join(COPY, file);
    assert.ok(!existsSync(path), `${file} is there already`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  },

  change({ file, content }) {
    const path = join(COPY, file);
    writeFileSync(path, applyChange(readFileSync(path, 'utf8'), content));
  },

  run({ commands, fails }) {
    for (const command of commands) {
      const { status, output } = shell(command);
      assert.equal(status !== 0, fails, `${command} ended with ${status}:\n${output}`);
    }
  },
};

function shell(command) {
  const { PATH, NODE_OPTIONS: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: COPY,
    encoding: 'utf8',
    env: {
      ...Object.fromEntries(Object.entries(env).filter(([name]) => !/^(npm_|NODE_TEST)/.test(name))),
      PATH: [join(COPY, 'node_modules/.bin'), PATH].join(delimiter),
      CARGO_TARGET_DIR: join(ROOT, 'target/contributing'),
    },
  });
  return { status, output: stdout + stderr };
}

describe('CONTRIBUTING.md', { timeout: 1_200_000 }, () => {
  before(() => copyRepository(COPY));

  for (const heading of SECTIONS) {
    test(heading, () => {
      const steps = stepsOf(PAGE, heading);
      assert.ok(
        steps.some(({ kind }) => kind === 'run'),
        'has commands',
      );
      for (const step of steps) ACTIONS[step.kind](step);
    });
  }

  test('generated files are as their sources say after all of that', () => {
    ACTIONS.run({ commands: ['cargo run -p auth-object-schema -- --check', 'cargo fmt --check'], fails: false });
  });
});
