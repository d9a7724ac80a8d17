// apps, show, example: the command line prints what the library returns.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeholders } from '@auth-object/reference';
import { app, apps, authStructure, checkAuthObject, checkRequest, jsonSchema, type Verdict } from 'auth-object';
import { afterEach, describe, test, vi } from 'vitest';
import { run, scratch } from '../testing/run.ts';

const folder = scratch();
afterEach(() => vi.unstubAllGlobals());
const output = async (...args: string[]) => {
  const { code, stdout, stderr } = await run(args, { cwd: folder });
  assert.deepEqual([code, stderr], [0, ''], args.join(' '));
  return stdout;
};

describe('apps', () => {
  test('in a pipe: a line an app, separated by tabs', async () => {
    const rows = (await output('apps')).trimEnd().split('\n');
    assert.equal(rows.length, apps().length);
    assert.deepEqual(rows[0].split('\t'), ['15file', '15Five', 'HRIS', 'keybased', 'labelled']);
  });

  test('finds by slug, name, brand, alias and category, in any case; every word counts', async () => {
    const slugs = async (...query: string[]) =>
      (await output('apps', ...query))
        .trimEnd()
        .split('\n')
        .map((row) => row.split('\t')[0]);
    assert.deepEqual(await slugs('NETSUITE'), ['netsuite']);
    assert.deepEqual(await slugs('15five'), ['15file']);
    assert.deepEqual(await slugs('oracle financials cloud'), ['oracle_fusion_financials']);
    assert.deepEqual(await slugs('microsoft', '365'), ['ms_365']);
    assert.ok((await slugs('crm')).includes('copper'));
    assert.deepEqual(await slugs('google', 'drive'), ['google_drive']);
  });

  test('--json is what apps() returns', async () => {
    assert.deepEqual(JSON.parse(await output('apps', '--json')), apps());
  });

  test('nothing found: 1, and the closest slug', async () => {
    const { code, stdout, stderr } = await run(['apps', 'hubspt']);
    assert.deepEqual([code, stdout, stderr], [1, '', 'No app matches "hubspt". Did you mean hubspot?\n']);
  });
});

describe('show', () => {
  test('a page: fields, what is required, what is secret, sets, options, basis, sources', async () => {
    const text = await output('show', 'netsuite');
    assert.match(text, /^NetSuite \(netsuite\)\nAccounting\nThe service calls it Netsuite\n/);
    assert.match(text, /^keybased {2}field names: documented\n {2}account_id {7}required {10}Account Id$/m);
    assert.match(text, /^ {2}token_secret {5}required {2}secret {2}Token Secret$/m);
    assert.match(
      text,
      /^ {2}at least one of: access_token \| refresh_token \| certificate_id \+ private_key \+ client_id$/m,
    );
    assert.match(text, /^Sources\n(?: {2}.+\n)*? {2}v3\/api-reference\/credentials\/migrate-token\.mdx$/m);
  });

  test('every app has a page, sources and types', async () => {
    for (const { slug } of apps().filter((_, index) => index % 20 === 0)) {
      assert.match(await output('show', slug), /^Sources\n {2}\S/m, slug);
      assert.match(await output('show', slug, '--types'), /^export interface [A-Z]\w* \{$/m, slug);
    }
  });

  test('--json, --auth-structure, --json-schema are what the library returns', async () => {
    const { sources, ...rest } = JSON.parse(await output('show', 'slack', '--json'));
    assert.deepEqual(rest, app('slack'));
    assert.deepEqual(
      sources,
      JSON.parse(readFileSync(new URL('../../../../schemas/slack.json', import.meta.url), 'utf8')).sources,
    );
    assert.deepEqual(JSON.parse(await output('show', 'slack', '--auth-structure')), authStructure('slack'));
    assert.deepEqual(JSON.parse(await output('show', 'slack', '--json-schema')), jsonSchema('slack'));
  });

  test('an unknown app: the closest slug', async () => {
    for (const [slug, meant] of [
      ['hubspt', 'hubspot'],
      ['Netsuite', 'netsuite'],
      ['15five', '15file'],
    ]) {
      const { code, stderr } = await run(['show', slug]);
      assert.deepEqual([code, stderr], [2, `error: Unknown app "${slug}". Did you mean ${meant}?\n`]);
    }
  });
});

describe('example', () => {
  test('the placeholders of every app are accepted, with its auth type and without', async () => {
    for (const { slug } of apps()) {
      for (const [authType, definition] of Object.entries(app(slug)?.auth ?? {})) {
        const fields = placeholders(definition);
        assert.ok(Object.keys(fields).length > 0, `${slug} ${authType}`);
        const typed = checkAuthObject(slug, { [authType]: fields });
        assert.deepEqual([typed.ok, typed.authType], [true, authType], slug);
        assert.ok(checkAuthObject(slug, fields).ok, slug);
      }
    }
  });

  test('curl: as the document of the endpoint shows it', async () => {
    assert.equal(
      await output('example', 'hubspot'),
      `curl -X PUT "https://app.refold.ai/api/v2/public/migrate-token" \\
  -H "x-api-key: YOUR_API_KEY" \\
  -H "linked_account_id: YOUR_LINKED_ACCOUNT_ID" \\
  -H "Content-Type: application/json" \\
  -d '{
    "slug": "hubspot",
    "auth_object": {
      "oauth2": {
        "access_token": "YOUR_ACCESS_TOKEN",
        "refresh_token": "YOUR_REFRESH_TOKEN"
      }
    }
  }'
`,
    );
    assert.equal(await output('example', 'hubspot', 'oauth2', '--curl'), await output('example', 'hubspot'));
  });

  test('fetch: the call it makes is accepted', async () => {
    const calls: [url: unknown, verdict: Verdict][] = [];
    const fetch = async (url: unknown, { headers, body }: { headers: Record<string, string>; body: string }) => {
      calls.push([url, checkRequest({ headers, body })]);
      return Response.json({ success: true, message: 'fake' });
    };
    vi.stubGlobal('fetch', fetch);
    const code = await output('example', 'netsuite', 'keybased', '--fetch', '--base-url', 'http://127.0.0.1:8080/');
    await import(`data:text/javascript,${encodeURIComponent(`const console = { log() {} };${code}`)}`);
    const [[url, verdict]] = calls;
    assert.equal(url, 'http://127.0.0.1:8080/api/v2/public/migrate-token');
    assert.ok(verdict.ok);
    assert.equal(verdict.shape, 'typed');
  });

  test('sdk: the call it makes is accepted', async () => {
    const code = await output('example', 'slack', '--sdk');
    const calls: Record<string, unknown>[] = [];
    class Client {
      migrateAuth(payload: Record<string, unknown>) {
        calls.push(payload);
        return { success: true };
      }
    }
    vi.stubGlobal('client', Client);
    const stub = code.replace(/^import .*$/m, 'const Cobalt = globalThis.client, console = { log() {} };');
    await import(`data:text/javascript,${encodeURIComponent(stub)}`);
    const [{ linked_account_id, ...body }] = calls;
    assert.ok(
      checkRequest({ headers: { 'x-api-key': 'tk-fake', linked_account_id: String(linked_account_id) }, body }).ok,
    );
  });
});

describe('a file of pulled schemas', () => {
  const apps = { frappe_of_tests: { keybased: { api_key: 'string' } }, hubspot: { keybased: { token: 'string' } } };
  const text = JSON.stringify({
    baseUrl: 'https://127.0.0.1',
    pulled: '2026-01-01T00:00:00.000Z',
    apps,
    customApps: [],
  });
  writeFileSync(join(folder, 'fake.json'), text);

  test('replaces the catalogue, unless --no-schemas is set', async () => {
    const file = ['--schemas', 'fake.json'];
    assert.match(await output('show', 'hubspot', ...file), /^keybased {2}field names: live\n {2}token {2}required/m);
    assert.match(await output('show', 'hubspot', ...file), /^ {2}https:\/\/127.0.0.1, pulled 2026-01-01T/m);
    assert.match(await output('apps', 'frappe', ...file), /^frappe_of_tests\t/);
    assert.match(await output('example', 'frappe_of_tests', ...file), /"api_key": "YOUR_API_KEY"/);
    writeFileSync(join(folder, 'auth-object.schemas.json'), text);
    assert.match(await output('show', 'hubspot'), /^keybased/m);
    assert.match(await output('show', 'hubspot', '--no-schemas'), /^oauth2/m);
  });

  test('a file that is missing or invalid: 2, and its name', async () => {
    const faulty = {
      'no-json.json': '{',
      'other.json': '{"apps":[]}',
      'older.json': text.replace(',"customApps":[]', ''),
      'nonsense.json': text.replace('"string"', '7'),
      'null.json': text.replace('{"api_key":"string"}', 'null'),
      'blank-type.json': text.replace('frappe_of_tests', ' '),
    };
    for (const [name, content] of Object.entries(faulty)) writeFileSync(join(folder, name), content);
    for (const name of [...Object.keys(faulty), 'absent.json']) {
      const { code, stderr } = await run(['show', 'hubspot', '--schemas', name], { cwd: folder });
      assert.equal(code, 2);
      assert.match(stderr, new RegExp(`^error: (Cannot read )?${name}[ :]`));
    }
  });
});
