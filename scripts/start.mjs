// `npm start`: builds the library from nothing and checks examples/requests.ndjson with it. npm cannot run these steps side
// by side, nor say how long the rest takes.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, installRust } from './install.mjs';
import { runSteps } from './progress.mjs';
import { bold, dim, green, main, red, root, run } from './step.mjs';

const LIBRARY = 'packages/auth-object';
const npm = (script) => run('npm', ['run', script, '--workspace', LIBRARY]);

const STEPS = [
  { name: 'rust', title: 'Install the WebAssembly target of Rust', seconds: 5, run: installRust },
  {
    name: 'compile',
    title: 'Compile the library to WebAssembly',
    seconds: 60,
    after: ['rust'],
    run: () => run('node', [`${LIBRARY}/scripts/build-wasm.mjs`, '--compile']),
  },
  {
    name: 'npm',
    title: 'Install npm packages',
    seconds: 25,
    run: () => installPackages('.', [LIBRARY]),
  },
  {
    name: 'bindgen',
    title: 'Compile the generator of its JavaScript',
    seconds: 45,
    after: ['rust', 'npm'],
    run: () => run('cargo', ['build', '--package', 'auth-object-bindgen', '--locked']),
  },
  {
    name: 'wasm',
    title: 'Make the modules smaller',
    seconds: 25,
    after: ['compile', 'bindgen'],
    run: () => npm('build:wasm'),
  },
  { name: 'dist', title: 'Bundle the package', seconds: 8, after: ['wasm'], run: () => npm('build') },
];

await main(async () => {
  await runSteps(STEPS);
  const { checkRequest } = await import('../packages/auth-object/dist/index.js');
  const lines = readFileSync(join(root, 'examples/requests.ndjson'), 'utf8').trim().split('\n');
  console.log(`\n${bold(`Checking ${lines.length} requests of examples/requests.ndjson`)}\n`);
  const counts = new Map();
  lines.forEach((line, index) => {
    const { description, context, ...request } = JSON.parse(line);
    const verdict = checkRequest(request, context);
    print(index + 1, description, verdict);
    const code = verdict.ok ? 'accepted' : verdict.issues[0].code;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  });
  summarise(counts, lines.length);
});

function print(number, description, { ok, certainty, response, issues = [], hints }) {
  const mark = ok ? green('✓ accepted') : red(`✗ ${issues[0].code}`);
  const likely = certainty === 'likely' ? dim(' (likely)') : '';
  console.log(`${String(number).padStart(2)} ${mark}${likely} ${dim(description ?? '')}`);
  // First what helps: the field to change, and how.
  for (const { path, help } of issues) console.log(`   ${path.join('.')}: ${help}`);
  for (const { path, help } of hints) console.log(`   hint at ${path.join('.')}: ${help}`);
  console.log(dim(`   ${response.status} ${JSON.stringify(response.body)}`));
}

function summarise(counts, total) {
  const accepted = counts.get('accepted') ?? 0;
  console.log(`\n${bold(`${total} requests: ${accepted} accepted, ${total - accepted} rejected`)}`);
  for (const [code, count] of [...counts].filter(([code]) => code !== 'accepted')) {
    console.log(`  ${String(count).padStart(2)} ${code}`);
  }
}
