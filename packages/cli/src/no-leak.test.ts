// A secret in the wrong place, in a file, an argument, an option or the environment, is in no output.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { run, scratch } from './testing/run.ts';

const SECRETS = {
  'a password': 'Summer2024!',
  'a token': 'sk_test_fakeQw9rTy7uPl3mNb6v',
};
const REPORTS = ['pretty', 'json', 'ndjson', 'github', 'sarif', 'junit'];
const folder = scratch();

/** Arguments, and the environment. */
type Call = readonly [args: string[], env?: Record<string, string>];

function calls(secret: string): Call[] {
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, `${secret.slice(0, 2)}-${name}`), text);
    return `${secret.slice(0, 2)}-${name}`;
  };
  const row = (value: object) => `${JSON.stringify(value)}\n`;
  const rows = write(
    'rows.ndjson',
    row({ slug: secret, auth_object: { oauth2: {} } }) +
      row({ slug: 'hubspot', auth_object: { oauth2: { [secret]: 'fake' } } }) +
      row({ slug: 'hubspot', auth_object: { [secret]: { access_token: secret } } }) +
      row({ slug: 'slack', auth_object: { bot_token: ` "${secret}" ` } }) +
      `${secret}\n`,
  );
  // Without a header, the first row is taken for one.
  const headless = write('headless.csv', `${secret},fake\n${secret},fake\n`);
  const pulled = { pulled: '2026-01-01T00:00:00.000Z', apps: {}, customApps: [] };
  const schemas = write('schemas.json', JSON.stringify({ baseUrl: `http://fake:${secret}@127.0.0.1`, ...pulled }));
  const seed = write('seed.json', JSON.stringify({ environments: { test: { [secret]: secret } } }));
  const forAll = ['--set', 'slug=hubspot'];
  const unreachable = ['--port', '0', '--host', '192.0.2.1'];
  return [
    ...REPORTS.map((report): Call => [['check', rows, headless, ...forAll, '--report', report]]),
    [['check', headless]],
    [['check', headless, ...forAll, '--columns']],
    [['check', rows, '--map', `${secret}=slug`]],
    [['check', rows, '--map', `slug=${secret}`]],
    [['check', rows, '--set', `access_token=${secret}`]],
    [['check', rows, '--set', secret]],
    [['check', rows, `--api-keyy=${secret}`]],
    [['show', secret]],
    [['show', 'hubspot', '--schemas', schemas]],
    [['example', 'hubspot', secret]],
    [['explain', secret]],
    [['apps', secret]],
    [[secret]],
    [['pull', 'slack', '--base-url', `http://fake:${encodeURIComponent(secret)}@127.0.0.1:1`]],
    [['drift', 'slack', '--schemas', schemas]],
    [['serve', '--fail', secret]],
    [['serve', '--cors', secret]],
    [['serve', '--seed', seed]],
    [['serve', '--api-key', secret, ...unreachable], { AUTH_OBJECT_API_KEYS: secret, AUTH_OBJECT_KEY: secret }],
  ];
}

for (const [kind, secret] of Object.entries(SECRETS)) {
  test(kind, async () => {
    for (const [args, env = {}] of calls(secret)) {
      const { code, stdout, stderr } = await run(args, { cwd: folder, env });
      assert.notEqual(code, null);
      const bytes = Buffer.from(secret);
      const forms = [secret, encodeURIComponent(secret), bytes.toString('base64'), bytes.toString('hex')];
      for (const form of [...forms, secret.toLowerCase(), secret.slice(0, 8)]) {
        assert.ok(!(stdout + stderr).includes(form), `${args.join(' ')}\n${stdout}${stderr}`);
      }
    }
  });
}
