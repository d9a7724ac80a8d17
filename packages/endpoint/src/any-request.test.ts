// Random requests: the handler answers each in JSON, and migrate-token as checkRequest does.
import assert from 'node:assert/strict';
import { checkRequest } from 'auth-object';
import fc from 'fast-check';
import { test } from 'vitest';
import { createEndpoint } from './entry/index.ts';

const STATUSES = [200, 204, 400, 401, 404, 405, 413, 500];
const MIGRATE = '/api/v2/public/migrate-token';
const requestId = () => 'fake-id';

const word = fc.constantFrom(
  ...['api', 'v2', 'public', 'migrate-token', 'auth-structure', 'linked-account', 'integration'],
  ...[
    'save-key-credentials',
    'application',
    '_local',
    'health',
    'reset',
    'slack',
    '..',
    '.',
    '',
    '%',
    '%ff',
    '%2F',
    '*',
  ],
  ...['__proto__', 'constructor', ':slug', 'custom', 'account:12345'],
);
const path = fc.oneof(
  fc.array(fc.oneof(word, fc.string()), { maxLength: 7 }).map((words) => `/${words.join('/')}`),
  fc.array(fc.oneof(word, fc.string()), { maxLength: 3 }).map((words) => `/api/v2/public/${words.join('/')}`),
);
/** A header value: any bytes except control characters. */
const header = fc.oneof(
  fc.constantFrom('tk_fake', 'pk_fake', 'account:12345', ' ', ''),
  fc
    .string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)) })
    .map((text) => text.replace('\x7f', '')),
);
const headers = fc.record(
  { 'x-api-key': header, linked_account_id: header, 'content-type': fc.constantFrom('text/plain', 'application/json') },
  { requiredKeys: [] },
);
const slug = fc.oneof(fc.constantFrom('slack', 'hubspot', 'copper', 'netsuite', 'custom', '__proto__'), fc.anything());
const object = fc.oneof(
  fc.dictionary(
    fc.constantFrom('oauth2', 'keybased', 'access_token', 'bot_token', '__proto__'),
    fc.jsonValue({ maxDepth: 2 }),
  ),
  fc.jsonValue(),
);
const body = fc.oneof(
  fc.record({ slug, auth_object: object }, { requiredKeys: [] }).map((value) => text(value)),
  fc.record({ account_id: fc.jsonValue(), name: fc.jsonValue() }, { requiredKeys: [] }).map(text),
  fc.json(),
  fc.string(),
  fc.uint8Array(),
);

function text(value) {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    // A BigInt, or an object whose toJSON throws.
    return '{}';
  }
}

test('every request is answered, in JSON', async () => {
  const method = fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'DELETE', 'PATCH', 'PROPFIND');
  const handle = createEndpoint({ linkedAccounts: 'any', limits: { requestBytes: 200 }, requestId });
  await fc.assert(
    fc.asyncProperty(method, path, headers, body, async (method, path, headers, body) => {
      const sent = method === 'GET' || method === 'HEAD' ? undefined : body;
      const answer = await handle(new Request(`http://localhost${path}`, { method, headers, body: sent }));
      assert.ok(STATUSES.includes(answer.status), `${answer.status}`);
      const answered = await answer.text();
      if (method === 'HEAD' || answer.status === 204) assert.equal(answered, '');
      else JSON.parse(answered);
      if (answer.status === 500 && method !== 'HEAD') assert.match(answered, /Schema not found/);
    }),
    { numRuns: 3000 },
  );
});

test('migrate-token is answered as checkRequest says', async () => {
  await fc.assert(
    fc.asyncProperty(headers, body, async (headers, body) => {
      const request = new Request(`http://localhost${MIGRATE}`, { method: 'PUT', headers, body });
      const verdict = checkRequest({ headers, body }, { requestId: 'fake-id' });
      const answer = await createEndpoint({ linkedAccounts: 'any', requestId })(request);
      assert.equal(answer.status, verdict.response.status);
      assert.equal(await answer.text(), JSON.stringify(verdict.response.body));
    }),
    { numRuns: 3000 },
  );
});
