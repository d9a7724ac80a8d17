// `npm start`: builds the package and checks examples/requests.ndjson with it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { bold, dim, green, main, red, root } from './step.mjs';

await main(async () => {
  await build();
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

function print(number, description, verdict) {
  const { status, body } = verdict.response;
  const mark = verdict.ok ? green('✓ accepted') : red(`✗ ${verdict.issues[0].code}`);
  const sure = verdict.certainty === 'likely' ? dim(' (likely)') : '';
  console.log(`${String(number).padStart(2)} ${mark}${sure} ${dim(description ?? '')}`);
  console.log(`   ${status} ${JSON.stringify(body)}`);
  for (const issue of verdict.issues ?? []) {
    console.log(dim(`   at ${issue.path.join('.')}: ${issue.help}`));
  }
  for (const hint of verdict.hints) {
    console.log(dim(`   hint ${hint.code} at ${hint.path.join('.')}: ${hint.help}`));
  }
}

function summarise(counts, total) {
  const accepted = counts.get('accepted') ?? 0;
  console.log(`\n${bold(`${total} requests: ${accepted} accepted, ${total - accepted} rejected`)}`);
  for (const [code, count] of [...counts].filter(([code]) => code !== 'accepted')) {
    console.log(`  ${String(count).padStart(2)} ${code}`);
  }
}
