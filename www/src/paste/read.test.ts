import { describe, expect, it } from 'vitest';
import type { PastedRequest } from './pasted.ts';
import { readPaste } from './read.ts';

const BODY = { slug: 'copper', auth_object: { keybased: { api_token: 'it\'s "fake"', email: 'fake@example.com' } } };

async function request(text: string): Promise<PastedRequest> {
  const pasted = await readPaste(text);
  if (pasted.kind !== 'request') throw new Error(JSON.stringify(pasted));
  return pasted;
}

/** The text at the place of a path. */
function at(text: string, pasted: PastedRequest, ...path: string[]): string {
  const span = pasted.locate(path as never);
  return span === undefined ? '' : text.slice(span.from, span.to);
}

describe('cURL', () => {
  const json = JSON.stringify(BODY);
  const pastes = {
    'single quotes': `curl -X PUT 'https://example.com/api' -H 'x-api-key: tk-fake' -d '${json.replaceAll("'", "'\\''")}'`,
    'double quotes': `curl -XPUT "https://example.com/api" -H "x-api-key: tk-fake" --data "${json.replace(/["\\]/g, '\\$&')}"`,
    'ANSI-C quotes': `curl 'https://example.com/api' -X 'PUT' -H 'x-api-key: tk-fake' --data-raw $'${json.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
    'one option with its value': `curl --request=PUT --url https://example.com/api --header='x-api-key: tk-fake' --json '${json.replaceAll("'", "'\\''")}' | jq .`,
    cmd: `curl ^"https://example.com/api^" ^\r\n  -X ^"PUT^" ^\r\n  -H ^"x-api-key: tk-fake^" ^\r\n  --data-raw ^"${json.replaceAll('\\', '\\\\').replaceAll('"', '\\^"')}^"`,
  };
  for (const [name, text] of Object.entries(pastes)) {
    it(`reads ${name}`, async () => {
      const pasted = await request(text);
      expect(JSON.parse(pasted.body)).toEqual(BODY);
      expect(pasted).toMatchObject({
        format: 'curl',
        method: 'PUT',
        url: 'https://example.com/api',
        headers: { 'x-api-key': 'tk-fake' },
      });
    });
    it(`finds places in ${name}`, async () => {
      expect(at(text, await request(text), 'auth_object', 'keybased', 'email')).toMatch(/^["\\^]*email/);
    });
  }

  it('reads a command over several lines, with its prompt', async () => {
    const text = `$ curl -X PUT "https://example.com" \\\n  -H "linked_account_id: a" \\\n  -d '{\n  "slug": "gmail"\n}'`;
    const pasted = await request(text);
    expect(pasted.headers).toEqual({ linked_account_id: 'a' });
    expect(at(text, pasted, 'slug')).toBe('"slug": "gmail"');
    expect(at(text, pasted, 'headers', 'linked_account_id')).toBe('linked_account_id: a');
  });

  it('reports an open quote, and a body in a file', async () => {
    expect(await readPaste(`curl -d '{"slug":`)).toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('not closed'),
    });
    expect((await request('curl -X PUT https://example.com -d @body.json')).notes[0]).toContain('file');
  });
});

describe('JavaScript', () => {
  it('reads a call of fetch, and places of its values', async () => {
    const text = `const response = await fetch("https://example.com", {
  method: "PUT",
  headers: { "x-api-key": process.env.KEY, linked_account_id: "a" },
  body: JSON.stringify({ slug: "copper", auth_object: { keybased: { api_token: token, email: 'fake@example.com' } } }),
});`;
    const pasted = await request(text);
    expect(pasted).toMatchObject({
      format: 'fetch',
      method: 'PUT',
      unknown: [['auth_object', 'keybased', 'api_token']],
    });
    expect(pasted.notes[0]).toContain('process.env.KEY');
    expect(pasted.notes[0]).toContain('token');
    expect(at(text, pasted, 'auth_object', 'keybased', 'email')).toBe("email: 'fake@example.com'");
    expect(at(text, pasted, 'headers', 'linked_account_id')).toBe('linked_account_id: "a"');
  });

  it('reads constants of the same file, axios, and the client', async () => {
    const body = 'const body = { slug: "gmail", auth_object: {} };\n';
    const expected = { slug: 'gmail', auth_object: {} };
    for (const call of [
      'axios.put("https://example.com", body, { headers: { "x-api-key": "k" } })',
      'axios({ url: "https://example.com", method: "put", data: body })',
      'client.migrateAuth(body)',
    ]) {
      expect(JSON.parse((await request(body + call)).body), call).toEqual(expected);
    }
  });

  it('does not check headers that are a variable', async () => {
    expect((await request('fetch(url, { headers, body: JSON.stringify({ slug: "gmail" }) })')).headers).toBeUndefined();
  });

  it('runs nothing', async () => {
    const pasted = await request(
      'fetch("x", { body: JSON.stringify({ slug: (() => { throw 1 })(), auth_object: {} }) })',
    );
    expect(pasted.unknown).toEqual([['slug']]);
  });

  it('reports what is not JavaScript', async () => {
    expect(await readPaste('fetch("x", {')).toMatchObject({ kind: 'unreadable', at: { from: 12 } });
  });
});

describe('JSON and rows', () => {
  it('reads a body, and a request with headers', async () => {
    const text = JSON.stringify(BODY, undefined, 2);
    expect(at(text, await request(text), 'auth_object', 'keybased', 'missing')).toBe('"keybased"');
    const whole = JSON.stringify({ headers: { 'x-api-key': 'k' }, body: BODY });
    expect(await request(whole)).toMatchObject({ headers: { 'x-api-key': 'k' }, body: JSON.stringify(BODY) });
  });

  it('distinguishes rows from a request', async () => {
    for (const text of ['{"slug":"a"}\n{"slug":"b"}', '[{"slug":"a"}]', 'slug,api_key\ncopper,x']) {
      expect((await readPaste(text)).kind, text).toBe('rows');
    }
    expect((await readPaste('  ')).kind).toBe('nothing');
  });
});
