// Verification by DNS: the documented text, and that it neither looks up nor quotes a secret.
import assert from 'node:assert/strict';
import { describe, onTestFinished, test, vi } from 'vitest';
import { createEndpoint } from '../entry/index.ts';
import { type HostLookup, verifyByDns } from '../entry/node.ts';

const NETSUITE = {
  consumer_key: 'fake-consumer-key',
  consumer_secret: 'fake-consumer-secret',
  token_id: 'fake-token-id',
  token_secret: 'fake-token-secret',
};

/** A lookup that always fails, and the hosts that it was called with. */
function failing(code = 'ENOTFOUND') {
  const asked: string[] = [];
  const lookup = async (host: string) => {
    asked.push(host);
    throw Object.assign(new Error(`getaddrinfo ${code} ${host}`), { code });
  };
  return { asked, lookup };
}

/** The verifier's message for a value, followed by the hosts that were looked up. */
async function messageFor(value, slug = 'netsuite', authType = 'keybased', field = 'account_id') {
  const { asked, lookup } = failing();
  const error = await Promise.resolve(verifyByDns(lookup)(slug, authType, { [field]: value })).catch((error) => error);
  return [error?.message, ...asked];
}

describe('verifyByDns', () => {
  test('says what the document says, through the endpoint', async () => {
    const { lookup } = failing();
    const handle = createEndpoint({ linkedAccounts: 'any', verify: verifyByDns(lookup) });
    const answer = await handle(
      new Request('http://localhost/api/v2/public/migrate-token', {
        method: 'PUT',
        headers: { 'x-api-key': 'tk-fake', linked_account_id: 'account:12345' },
        body: JSON.stringify({
          slug: 'netsuite',
          auth_object: { keybased: { account_id: 'your-account', ...NETSUITE } },
        }),
      }),
    );
    assert.equal(answer.status, 500);
    assert.equal(
      await answer.text(),
      '{"status_code":500,"http_error_type":"INTERNAL_SERVER_ERROR","error":"SERVER_ERROR","message":"Failed to verify credentials: getaddrinfo ENOTFOUND your-account.suitetalk.api.netsuite.com"}',
    );
  });

  test('asks the system, which knows no .invalid host (RFC 6761)', async ({ skip }) => {
    const { lookup } = await import('node:dns/promises');
    const { code } = await lookup('auth-object.invalid').catch((error) => error);
    if (code !== 'ENOTFOUND') return skip(`the system says ${code}`);
    await assert.rejects(verifyByDns()('mysql', 'keybased', { host: 'auth-object.invalid' }), {
      message: 'getaddrinfo ENOTFOUND auth-object.invalid',
    });
  });

  test('writes an account id as NetSuite does in host names', async () => {
    const host = '1234567-sb1.suitetalk.api.netsuite.com';
    assert.deepEqual(await messageFor('1234567_SB1'), [`getaddrinfo ENOTFOUND ${host}`, host]);
    assert.deepEqual(await messageFor(' tstdrv1234567\n'), [
      'getaddrinfo ENOTFOUND tstdrv1234567.suitetalk.api.netsuite.com',
      'tstdrv1234567.suitetalk.api.netsuite.com',
    ]);
  });

  test('looks nothing up where the value would make another host, and names the field', async () => {
    const text = 'getaddrinfo ENOTFOUND {account_id}.suitetalk.api.netsuite.com';
    const values = ['a/b', 'evil.example/', 'evil.example:80', 'a b', 'a@b', 'a?b', 'a#b', '..', 'a..b', '.a', 'a\nb'];
    values.push('-a', 'ä', '%2e', 'http://a', 'a\0', 'x'.repeat(64), 'a.'.repeat(120));
    for (const value of values) assert.deepEqual(await messageFor(value), [text], JSON.stringify(value));
  });

  test('keeps dots below the domain of the provider', async () => {
    const host = 'xy12345.eu-central-1.snowflakecomputing.com';
    assert.deepEqual(await messageFor('XY12345.eu-central-1', 'snowflake'), [`getaddrinfo ENOTFOUND ${host}`, host]);
  });

  test('accepts what may be a secret in the wrong field, and does not ask for it', async () => {
    const secrets = ['0123456789abcdef0123456789abcdef', `shpat_${'a'.repeat(32)}`, 'aB3dE6gH9jK2mN5pQ8rS'];
    assert.deepEqual(await messageFor('aB3dE6gH9jK2mN5pQ8rS.xYzAbC', 'auth0', 'keybased', 'domain'), [undefined]);
    for (const value of secrets) {
      assert.deepEqual(await messageFor(value), [undefined]);
      assert.deepEqual(await messageFor(value, 'auth0', 'keybased', 'domain'), [undefined]);
      assert.deepEqual(await messageFor(`https://${value}`, 'servicenow', 'keybased', 'instance_url'), [undefined]);
    }
  });

  test('takes no longer for a long value of colons', async () => {
    const timeOf = async (length) => {
      const started = performance.now();
      await messageFor(`${':'.repeat(length)}!`, 'active_campaign', 'keybased', 'base_url');
      return performance.now() - started;
    };
    // A time of less than some milliseconds is chance.
    const short = Math.max(await timeOf(100_000), 5);
    assert.ok((await timeOf(400_000)) < 10 * short);
  });

  test('rejects no existing host without a lookup, though its name looks random', async () => {
    const hosts = [
      ['zendesk', 'keybased', 'subdomain', 'acmesupport1687430000'],
      ['zendesk', 'keybased', 'subdomain', 'd3v-acmeinc1234567890'],
      ['shopify', 'oauth2', 'store_name', 'quick-start-5f8a9b3c2d1e'],
      ['snowflake', 'keybased', 'account_id', 'XQ48213-CUSTOMER360PROD'],
      ['chargebee', 'keybased', 'subdomain', 'acme-test-20240115-eu'],
      ['postgres', 'keybased', 'host', '2001:0db8:85a3:0000:0000:8a2e:0370:7334'],
    ] as const;
    for (const [slug, authType, field, value] of hosts) {
      await verifyByDns(async () => '192.0.2.1')(slug, authType, { [field]: value });
    }
  });

  test('takes the host of a whole address, and nothing else of it', async () => {
    const of = (value) => messageFor(value, 'servicenow', 'keybased', 'instance_url');
    const host = 'acme.service-now.invalid';
    const expected = [`getaddrinfo ENOTFOUND ${host}`, host];
    for (const value of [
      host,
      `https://${host}`,
      `HTTPS://fake-user:fake-pass@ACME.service-now.invalid:8443/a?b=c#d`,
    ]) {
      assert.deepEqual(await of(value), expected);
    }
    assert.deepEqual(await of('https://'), ['getaddrinfo ENOTFOUND {instance_url}']);
    assert.deepEqual(await of('no host'), ['getaddrinfo ENOTFOUND {instance_url}']);
    for (const address of ['[::1]', '::1', '[::1]:3306', '::1%lo']) {
      assert.deepEqual(await messageFor(address, 'mysql', 'keybased', 'host'), ['getaddrinfo ENOTFOUND ::1', '::1']);
    }
    const database = 'acme.c9akciq32abc.us-east-1.rds.amazonaws.com';
    assert.deepEqual(await messageFor(database, 'mysql', 'keybased', 'host'), [
      `getaddrinfo ENOTFOUND ${database}`,
      database,
    ]);
  });

  test('lets pass what it cannot know', async () => {
    const { asked, lookup } = failing();
    const verify = verifyByDns(lookup);
    await verify('slack', 'oauth2', { access_token: 'fake-token' });
    await verify('netsuite', 'keybased', NETSUITE);
    await verify('netsuite', 'keybased', { ...NETSUITE, account_id: ' ' });
    for (const name of ['__proto__', 'constructor', 'toString', 'nope']) {
      await verify(name, 'keybased', {});
      await verify('netsuite', name, { account_id: 'a' });
    }
    assert.deepEqual(asked, []);
  });

  test('blames no credentials for a DNS that does not answer', async () => {
    for (const code of ['EAI_AGAIN', 'EAI_FAIL', 'ESERVFAIL', 'ETIMEOUT', '']) {
      await verifyByDns(failing(code).lookup)('netsuite', 'keybased', { account_id: 'a' });
    }
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const never = verifyByDns(() => new Promise(() => {}))('netsuite', 'keybased', { account_id: 'a' });
    vi.advanceTimersByTime(5000);
    await never;
  });

  test('asks once for a host at a time', async () => {
    const { asked, lookup } = failing();
    const verify = verifyByDns(lookup);
    const messageOf = (account_id) => verify('netsuite', 'keybased', { account_id }).catch(({ message }) => message);
    const texts = await Promise.all(Array.from({ length: 100 }, (_, index) => messageOf(index % 2 === 0 ? 'a' : 'b')));
    assert.equal(new Set(texts).size, 2);
    assert.equal(asked.length, 2);
    await messageOf('a');
    assert.equal(asked.length, 3);
  });

  test('passes where the host is known', async () => {
    await verifyByDns(async () => '192.0.2.1')('netsuite', 'keybased', { account_id: 'a' });
  });

  test('wants a function', () => {
    assert.throws(() => verifyByDns('dns' as unknown as HostLookup), {
      name: 'TypeError',
      message: 'verifyByDns: the lookup must be a function (host) that returns a promise.',
    });
  });
});
