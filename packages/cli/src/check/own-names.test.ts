// Apps, auth types and fields with the names of members that every object has: nothing is written to Object.prototype,
// and no count is lost.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { run, scratch } from '../testing/run.ts';

const NAMES = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'];
const REPORTS = ['pretty', 'json', 'ndjson', 'junit', 'github', 'sarif'];
const CUSTOM = 'valueOf';
const folder = scratch();

const record = (value: (name: string) => unknown) => Object.fromEntries(NAMES.map((name) => [name, value(name)]));
const schemas = { baseUrl: 'http://x', pulled: '2026-01-01', customApps: [CUSTOM] };
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
write('s.json', JSON.stringify({ ...schemas, apps: record((name) => record(() => ({ [name]: 'string' }))) }));
const rows = NAMES.flatMap((name) => [
  { slug: name, auth_object: Object.fromEntries([[name, ' fake']]) },
  { slug: name, auth_object: Object.fromEntries([[`not_${name}`, 'fake']]) },
]);
const text = [...rows, { slug: CUSTOM, auth_object: {} }].map((row) => `${JSON.stringify(row)}\n`).join('');
write('a.ndjson', text);
write('b.ndjson', text);
// With threads.
write('large.ndjson', text.replace(/$/gm, ' '.repeat(1000)).repeat(600));
write(
  'rows.csv',
  `slug,${NAMES.join(',')}\n${NAMES.map((name) => `${name}${NAMES.map((other) => (other === name ? ',fake' : ',')).join('')}\n`).join('')}`,
);
write(
  'after.cjs',
  `const { getOwnPropertyNames, prototype } = Object;
  const before = getOwnPropertyNames(prototype).join();
  process.on('exit', () => {
    if (getOwnPropertyNames(prototype).join() !== before) console.error('Object.prototype has changed');
  });`,
);

const cli = (...args: string[]) =>
  run([...args, '--schemas', 's.json'], {
    cwd: folder,
    env: { NODE_OPTIONS: `--require ${join(folder, 'after.cjs')}` },
  });

describe('check', () => {
  for (const [files, times] of [
    [['a.ndjson'], 1],
    [['a.ndjson', 'b.ndjson'], 2],
    [['large.ndjson'], 600],
  ] as const) {
    test(`counts of ${files.join(' and ')}`, async () => {
      const { code, stdout, stderr } = await cli('check', ...files, '--report', 'json', '--max-failures', '0');
      assert.deepEqual([code, stderr], [1, '']);
      const { byApp, byCode } = JSON.parse(stdout);
      const count = { total: 2 * times, accepted: times, rejected: times, likely: 0 };
      assert.deepEqual(Object.keys(byApp), ['(unknown)', ...NAMES].sort());
      for (const name of NAMES) assert.deepEqual(Object.entries(byApp).find(([app]) => app === name)?.[1], count);
      assert.equal(byCode.custom_app, times);
    });
  }

  test('every report', async () => {
    for (const report of REPORTS) {
      const { code, stdout, stderr } = await cli('check', 'a.ndjson', 'rows.csv', '--report', report);
      assert.deepEqual([code, stderr], [1, ''], report);
      for (const name of NAMES) assert.ok(stdout.includes(name), `${report} ${name}`);
    }
  });

  test('repaired', async () => {
    const { code, stderr } = await cli('check', 'a.ndjson', '--repair', '--out-ok', 'ok.ndjson', '--repair-log', 'log');
    assert.deepEqual([code, stderr], [1, '']);
  });
});

describe('other commands', () => {
  test('show and example know such names only where they are', async () => {
    for (const name of NAMES) {
      const shown = await cli('show', name);
      assert.deepEqual([shown.code, shown.stderr], [0, '']);
      assert.ok(shown.stdout.includes(`(${name})`));
      const unknown = await run(['show', name], { cwd: folder });
      assert.deepEqual([unknown.code, unknown.stdout], [2, '']);
      const { code, stderr } = await cli('example', 'hubspot', name);
      assert.deepEqual([code, stderr.includes(`has no auth type "${name}"`)], [2, true], stderr);
    }
  });

  test('a schema is checked whatever its name is', async () => {
    for (const apps of [record(() => 7), { hubspot: record(() => 7) }, { hubspot: { keybased: record(() => []) } }]) {
      write('invalid.json', JSON.stringify({ ...schemas, apps }));
      for (const command of ['show', 'drift']) {
        const { code, stderr } = await run([command, 'hubspot', '--schemas', 'invalid.json'], { cwd: folder });
        assert.equal(code, 2);
        assert.match(
          stderr,
          /^error: invalid\.json has an invalid schema for (__proto__|hubspot)\. .+ Pull it again\.\n$/,
        );
      }
    }
  });
});
