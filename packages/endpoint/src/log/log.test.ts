// The endpoint's log: what it reports, and that it contains no secret, wherever a request has one.
import assert from 'node:assert/strict';
import { describe, test } from 'vitest';
import { createEndpoint, type EndpointOptions, type LogEntry } from '../entry/index.ts';

const REQUEST_ID = '00000000-0000-4000-8000-000000000000';

/** Assembled, so that secret scanners do not report them. */
const SENTINELS = {
  key: `tk_fake_${'sentinelkey'.repeat(2)}`,
  account: 'sentinelaccount@fake.example',
  token: `fake-sentineltoken-${'a1B2'.repeat(6)}`,
  query: 'sentinelquery',
  agent: 'sentinelagent',
};

function logged(options: EndpointOptions = {}) {
  const entries: LogEntry[] = [];
  const handle = createEndpoint({
    ...{ linkedAccounts: 'any', requestId: () => REQUEST_ID, log: (entry) => entries.push(entry), ...options },
  });
  return { entries, ask: (path: string, init?: RequestInit) => handle(new Request(`http://localhost${path}`, init)) };
}

describe('the log', () => {
  test('reports each answer so that it can be found', async () => {
    const { entries, ask } = logged();
    const before = new Date().toISOString();
    const body = JSON.stringify({ slug: 'hubspot', auth_object: { oauth2: { access_token: SENTINELS.token } } });
    const headers = { 'x-api-key': 'pk_fake', linked_account_id: 'account:1' };
    await ask('/api/v2/public/migrate-token', { method: 'PUT', headers, body });
    const [{ time, ms, ...entry }] = entries;
    assert.deepEqual(entry, {
      method: 'PUT',
      path: '/api/v2/public/migrate-token',
      status: 200,
      request_id: REQUEST_ID,
      environment: 'production',
      slug: 'hubspot',
    });
    assert.ok(time >= before && time <= new Date().toISOString());
    assert.ok(ms >= 0 && ms < 60_000);
  });

  test('reports rejections, unknown routes, faults, preflights and bodies that are too large', async () => {
    const { entries, ask } = logged({ limits: { requestBytes: 10 }, cors: true });
    await ask('/api/v2/public/migrate-token', { method: 'PUT' });
    await ask('/api/v1/public/nowhere');
    await ask('/api/v2/public/application', { headers: { 'x-auth-object-fail': '503' } });
    await ask('/api/v2/public/migrate-token', { method: 'OPTIONS', headers: { origin: 'http://a.example' } });
    await ask('/api/v2/public/migrate-token', { method: 'PUT', body: 'x'.repeat(11) });
    await ask('/_local/health');
    assert.deepEqual(
      entries.map(({ path, status, fault }) => [path, status, ...(fault ? ['fault'] : [])]),
      [
        ['/api/v2/public/migrate-token', 401],
        ['/api/v1/public/[redacted]', 404],
        ['/api/v2/public/application', 503, 'fault'],
        ['/api/v2/public/migrate-token', 204],
        ['/api/v2/public/migrate-token', 413],
        ['/_local/health', 200],
      ],
    );
  });

  test('contains no secret, wherever the request has one', async () => {
    const { entries, ask } = logged();
    const { key, account, token, query, agent } = SENTINELS;
    const headers = { 'x-api-key': key, linked_account_id: account, 'user-agent': agent, cookie: `a=${token}` };
    const body = JSON.stringify({
      slug: token,
      linked_account_id: account,
      auth_object: { oauth2: { [token]: token } },
    });
    const put = { method: 'PUT', headers, body };
    await ask(`/api/v2/public/migrate-token?linked_account_id=${account}&${token}=${query}&key=${key}`, put);
    await ask(`/api/v2/public/migrate-token/${token}`, put);
    await ask(`/api/v2/public/linked-account/${account}`, { headers });
    await ask('/api/v2/public/linked-account/sentinelaccount', { headers });
    await ask(`/${key}/${encodeURIComponent(account)}/${token}`, { headers });
    await ask(`/api/v2/public/linked-account/integration/save-key-credentials/${key}`, put);
    await ask('/api/v2/public/application', { headers: { ...headers, 'x-auth-object-fail': token } });
    await ask(`/api/v2/public/${encodeURIComponent(body)}`, { method: 'DELETE', headers });
    const text = JSON.stringify(entries);
    assert.equal(entries.length, 8);
    assert.ok(!/sentinel/i.test(text), text);
    assert.equal(
      entries[0].path,
      '/api/v2/public/migrate-token?linked_account_id=[redacted]&[redacted]=[redacted]&[redacted]=[redacted]',
    );
    assert.equal(entries[2].path, '/api/v2/public/linked-account/[redacted]');
  });

  test('that fails changes no answer', async () => {
    const { ask } = logged({
      log() {
        throw new Error('the disk is full');
      },
    });
    assert.equal((await ask('/_local/health')).status, 200);
  });
});
