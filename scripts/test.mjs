// Runs groups of tests in stages, two at a time: `node scripts/test.mjs check e2e`. Names of stages after the groups choose
// some of them: `npm run check -- rust`. Runners of npm scripts neither name missing programs nor sum up.

import { performance } from 'node:perf_hooks';
import { BROWSERS, find, need, SHELLS } from './programs.mjs';
import { bold, dim, green, main, red, run, StepError, seconds } from './step.mjs';

const WASM = '--target wasm32-unknown-unknown';
const WASM_TEST = `cargo test ${WASM} --no-default-features --features serde_json --test`;
/** One for each core of a small machine. */
const LANES = 2;
/** Seconds between two lines that say what runs. */
const SIGN_OF_LIFE_S = 60;

/** The commands of a package's tests in Chromium, then in Firefox and WebKit, which needs a screen. */
const browsers = (folder, screen) => [
  `npm run test:browser --workspace ${folder}`,
  `xvfb-run --auto-servernum --server-num ${screen} npm run test:other-browsers --workspace ${folder}`,
];

/** By group: its first step, and its stages, those that take longest first. */
const GROUPS = {
  check: {
    build: 'npm run build:wasm --workspace packages/auth-object',
    stages: {
      rust: {
        title: 'Rust: format, lints, tests, documentation',
        commands: [
          'cargo fmt --check',
          'cargo clippy --workspace --all-targets -- --deny warnings',
          `cargo clippy --package auth-object --no-default-features ${WASM} -- --deny warnings`,
          `cargo clippy --package auth-object-wasm ${WASM} -- --deny warnings`,
          `cargo clippy --package auth-object-wasm --features rows ${WASM} -- --deny warnings`,
          'cargo test --workspace',
          'RUSTDOCFLAGS="--deny warnings" cargo doc --no-deps --package auth-object',
          'cargo run --quiet --package auth-object-schema -- --check',
        ],
      },
      unit: { title: 'Unit tests', commands: ['vitest run', 'node --test scripts/*.test.mjs'] },
      lint: {
        title: 'Biome, TypeScript, generated cases',
        commands: [
          'biome ci --colors=off .',
          'npm run typecheck --workspaces --if-present',
          'node pkg-tests/cases-tools/generate-app-cases.mjs --check',
        ],
      },
    },
  },
  e2e: {
    build: 'npm run build',
    stages: {
      packages: {
        title: 'The packed packages in every environment',
        needs: ['curl', 'chromium', ...SHELLS],
        commands: ['npm test --prefix pkg-tests'],
      },
      www: {
        title: 'The web page',
        needs: BROWSERS,
        commands: [
          'npm run build --workspace www',
          ...browsers('www', 200),
          'npm run test:size --workspace www',
          'npm run test:lighthouse --workspace www',
        ],
      },
      form: {
        title: 'The form',
        needs: BROWSERS,
        commands: [...browsers('packages/form', 300), 'npm run test:size --workspace packages/form'],
      },
      wasm: {
        title: 'Rust as WebAssembly in Node, Chromium and Firefox',
        needs: ['wasm-bindgen-test-runner', ...BROWSERS],
        commands: [
          `${WASM_TEST} cases_node`,
          // With both set, the runner takes geckodriver.
          `env -u GECKODRIVER CHROMEDRIVER="$CHROMIUM_DRIVER" ${WASM_TEST} cases_browser`,
          `GECKODRIVER="$FIREFOX_DRIVER" ${WASM_TEST} cases_browser`,
        ],
      },
    },
  },
  nightly: {
    build: 'npm run build',
    stages: {
      long: { title: 'A million calls, huge files', commands: ['npm run test:long --workspace packages/auth-object'] },
      packages: {
        title: 'Spark, kill -9, Next.js with webpack',
        needs: ['java', 'chromium'],
        commands: ['npm run nightly --prefix pkg-tests'],
      },
    },
  },
};

await main(async () => {
  const { builds, stages } = chosen(process.argv.slice(2));
  const env = environment();
  for (const build of builds) {
    console.log(`${bold('Build')} ${dim(`$ ${build}`)}`);
    await run('sh', ['-c', build], { env });
  }
  const results = await runStages(stages, env);
  console.log('');
  for (const { name, title, took, error } of results) {
    console.log(error ? red(`✗ ${title} (${name}, ${took} s)`) : green(`✓ ${title} (${name}, ${took} s)`));
  }
  const failed = results.filter(({ error }) => error).length;
  console.log(`stages: ${results.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});

/** The stages that the arguments name, and the builds before them. */
function chosen(names) {
  const groups = Object.keys(GROUPS).filter((group) => names.includes(group));
  const all = groups.flatMap((group) =>
    Object.entries(GROUPS[group].stages).map(([name, stage]) => ({ name, ...stage })),
  );
  const asked = names.filter((name) => !groups.includes(name));
  const unknown = asked.find((asking) => !all.some(({ name }) => name === asking));
  if (unknown !== undefined) {
    throw new StepError(`Unknown stage "${unknown}". Stages: ${all.map(({ name }) => name).join(', ')}.`);
  }
  const builds = [...new Set(groups.map((group) => GROUPS[group].build))];
  return {
    // The build of everything contains that of the modules.
    builds: builds.includes('npm run build') ? ['npm run build'] : builds,
    stages: asked.length === 0 ? all : all.filter(({ name }) => asked.includes(name)),
  };
}

/** The programs that tests drive, by the names that the tests read. */
function environment() {
  const programs = {
    CHROMIUM: 'chromium',
    CHROMIUM_DRIVER: 'chromedriver',
    FIREFOX: 'firefox',
    FIREFOX_DRIVER: 'geckodriver',
    WEBKIT_DRIVER: 'WebKitWebDriver',
    MINIBROWSER: 'MiniBrowser',
  };
  const found = Object.entries(programs).map(([name, program]) => [name, find(program)]);
  return Object.fromEntries(found.filter(([, path]) => path !== undefined));
}

/** Runs stages in lanes and prints the output of each at its end. */
async function runStages(stages, env) {
  const waiting = [...stages];
  const running = new Map();
  const results = [];
  const alive = setInterval(() => {
    const list = [...running].map(([name, started]) => `${name} (${seconds(started)} s)`).join(', ');
    console.log(dim(`… ${results.length} of ${stages.length} stages done, running: ${list}`));
  }, SIGN_OF_LIFE_S * 1000);
  const lane = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) {
      const started = performance.now();
      running.set(stage.name, started);
      const { output, error } = await runStage(stage, env);
      running.delete(stage.name);
      results.push({ ...stage, took: seconds(started), error });
      console.log(`\n${bold(`${stage.title} (${stage.name})`)}\n${output}`);
      console.log(error ? red(error) : green(`✓ ${stage.name}, ${seconds(started)} s`));
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    clearInterval(alive);
  }
  return stages.map(({ name }) => results.find((result) => result.name === name));
}

/** Runs the commands of a stage until one fails. */
async function runStage({ needs = [], commands }, env) {
  let output = '';
  const onOutput = (chunk) => {
    output += chunk;
  };
  try {
    need(...needs);
    for (const command of commands) {
      onOutput(`$ ${command}\n`);
      await run('sh', ['-c', command], { env, onOutput });
    }
    return { output };
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    return { output, error: error.message };
  }
}
