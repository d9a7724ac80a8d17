// A verifier's reason: no part of a secret in any usual form, and everything else as it was.
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, onTestFinished, test, vi } from 'vitest';
import { createEndpoint } from '../entry/index.ts';
import { API, client } from '../testing/client.ts';
import { safeReason } from './safe-reason.ts';

/** Occurs in no text of ours. */
const SECRET = 'Zq7Xw9Kv3Jp5Wm2Rb8';
const EMAIL = 'fake@example.com';
const HIDDEN = 'the service answered 401';

const reasonOf = (message: string, secrets: readonly string[] = [SECRET], known: readonly string[] = []) =>
  safeReason(new Error(message), { secrets, known }).reason;

const bytes = (text: string) => Buffer.from(text);
const swapped = (text: string) => text.replace(/[a-z]/gi, (c) => (c < 'a' ? c.toLowerCase() : c.toUpperCase()));
const reversed = (text: string) => [...text].reverse().join('');
const percent = (text: string) => bytes(text).toString('hex').replace(/../g, '%$&');

/** What a verifier may do with a secret before it quotes it. */
const ENCODED: Record<string, (secret: string) => string> = {
  base64: (s) => bytes(s).toString('base64'),
  'base64 without padding': (s) => bytes(s).toString('base64').replaceAll('=', ''),
  base64url: (s) => bytes(`??>${s}`).toString('base64url'),
  'Basic user:pass': (s) => `Basic ${bytes(`${EMAIL}:${s}`).toString('base64')}`,
  'Basic key:': (s) => `Basic ${bytes(`${s}:`).toString('base64')}`,
  'Basic u:pass': (s) => `Basic ${bytes(`u:${s}`).toString('base64')}`,
  'base64 in a URL': (s) => encodeURIComponent(bytes(`a?${s}>>`).toString('base64')),
  'base64 in lines': (s) => bytes(`u:${s}`).toString('base64').replace(/.{6}/g, '$&\n'),
  hex: (s) => bytes(s).toString('hex'),
  HEX: (s) => bytes(s).toString('hex').toUpperCase(),
  'hex with separators': (s) => bytes(s).toString('hex').replace(/../g, '$&:'),
  'hex of a dump': (s) => bytes(s).toString('hex').replace(/../g, '\\x$&'),
  'percent signs': percent,
  'percent signs twice': (s) => encodeURIComponent(percent(s)),
  'JSON escapes': (s) => [...s].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  'lower case': (s) => s.toLowerCase(),
  'upper case': (s) => s.toUpperCase(),
  'swapped case': swapped,
  reversed,
  'reversed, in lower case': (s) => reversed(s).toLowerCase(),
  start: (s) => `${s.slice(0, 8)}…`,
  'start of six': (s) => `${s.slice(0, 6)}***`,
  end: (s) => `…${s.slice(-6)}`,
  middle: (s) => `…${s.slice(4, 12)}…`,
  'start of base64': (s) => `Basic ${bytes(`u:${s}`).toString('base64').slice(0, 12)}…`,
  'end of hex': (s) => bytes(s).toString('hex').slice(-12),
};

describe('a secret', () => {
  for (const [name, encode] of Object.entries(ENCODED)) {
    test(`in another form is not shown: ${name}`, () => {
      assert.equal(reasonOf(`401: ${encode(SECRET)} is wrong`), HIDDEN);
      assert.equal(reasonOf(`401: x=${encode(SECRET)}`), HIDDEN);
    });
  }

  test('as it is, in JSON and in a URL is redacted, and the rest is shown', () => {
    assert.equal(reasonOf(`401: ${SECRET} is wrong`), '401: [redacted] is wrong');
    const odd = 'zq"7\\xw/9k v+3&jp';
    const quoted = [odd, JSON.stringify(odd), encodeURIComponent(odd), new URLSearchParams({ k: odd })].join(' | ');
    assert.equal(reasonOf(quoted, [odd]), '[redacted] | "[redacted]" | [redacted] | k=[redacted]');
    assert.equal(reasonOf('abc-12 is wrong', [' abc-12\n']), '[redacted] is wrong');
  });

  test('of any kind: no piece of six characters of its start or end is shown in any form', () => {
    const secret = fc.string({ unit: fc.constantFrom(...'ZQXJVKWzqxjvkw79+/=%"\\ü '), minLength: 12, maxLength: 40 });
    const encode = fc.constantFrom(...Object.values(ENCODED));
    fc.assert(
      fc.property(secret, encode, (value, to) => {
        fc.pre(value.trim() === value && !value.includes('  '));
        const sent = to(value);
        const shown = reasonOf(`401: <${sent}>`, [value]);
        assert.ok(shown === HIDDEN || shown.includes('[redacted]'), shown);
      }),
      { numRuns: 2000 },
    );
  });

  test('that is short does not spoil a reason', () => {
    for (const secret of ['a', 'e', '1', 'of', '401', '   ', '']) {
      assert.equal(reasonOf('401: the end of a key', [secret]), '401: the end of a key');
    }
    assert.equal(reasonOf('401: 1234 is wrong', ['1234']), '401: [redacted] is wrong');
    assert.equal(reasonOf(`401: ${bytes('1234').toString('base64')}`, ['1234']), HIDDEN);
    assert.equal(reasonOf('Test failed: 401', ['test']), 'Test failed: 401');
  });
});

test('a reason without a secret stays as it is', () => {
  const reasons = [
    'getaddrinfo ENOTFOUND acme.suitetalk.api.netsuite.com',
    '401 Unauthorized',
    'The access_token has expired. Request-Id: 3f2a7c1e-90b4-4c1d-8f55-0a1b2c3d4e5f',
    'connect ECONNREFUSED 10.0.0.1:443',
    'invalid_grant: Token has been revoked',
    'Ungültiger Schlüssel für das Konto fake@example.com',
    '{"error":"invalid_client","error_description":"Client authentication failed"}',
  ];
  const secrets = [SECRET, 'fake-access-token', 'fake-secret-value'];
  for (const reason of reasons) assert.equal(reasonOf(reason, secrets, ['access_token', 'netsuite']), reason);
  // A name is not a secret, though the secret repeats it.
  assert.equal(reasonOf('The api token is wrong', ['fake-api-token'], ['api_token']), 'The api token is wrong');
  assert.equal(reasonOf('acme-12 is unknown', ['acme-12-secret'], ['acme-12']), 'acme-12 is unknown');
});

describe('a value with words of errors', () => {
  test('leaves a reason that has some of them', () => {
    const reasons = [
      ['expired-token', 'Token expired'],
      ['expired-token', 'The access token expires soon'],
      ['invalid-token', 'invalid_grant'],
      ['Invalid_Token', 'Invalid credentials'],
      ['revoked-token', 'Token has been revoked'],
      ['invalid-access-token', 'Invalid access token'],
      ['access-denied', 'access denied for hubspot'],
      ['unauthorized.token.1', '401 Unauthorized'],
      ['YOUR_ACCESS_TOKEN', 'your access token is invalid'],
      ['secret_Zq7Xw9Kv3Jp5Wm2Rb8', 'client secret mismatch'],
    ] as const;
    for (const [secret, reason] of reasons) assert.equal(reasonOf(reason, [secret]), reason);
  });

  test('is hidden itself, whole or in part', () => {
    const secret = 'correct-horse-battery-staple';
    assert.equal(reasonOf(`${secret} is wrong`, [secret]), '[redacted] is wrong');
    const shown = [
      ...['Correct-Horse-Battery-Staple', 'CORRECT-HORSE', 'correct-h', 'correc', 'correct…', 'correct-***'],
      ...['***staple', '*** staple', 'correct-...', 'tcerroc', 'correct horse-battery', 'correctly', 'incorrect'],
      ...[bytes('correct-horse').toString('base64'), bytes('correct').toString('hex')],
    ];
    for (const separator of [' ', '_', ', ', '\n']) shown.push(secret.replaceAll('-', separator));
    for (const one of shown) assert.equal(reasonOf(`401: ${one}`, [secret]), HIDDEN, one);
  });

  test('is hidden whatever else it has', () => {
    for (const [secret, shown] of [
      ['Correct-Horse-Battery-7', 'Correct Horse Battery 7'],
      ['summer-2024!', 'summer 2024!'],
      ['token-Kq93xZ81', 'token-Kq9###'],
      ['expired-tiger', 'expired-***'],
      ['Kq93xZ81-token', '###81-token'],
      ['prod-akuyoperaxemi', 'akuyoperaxemi'],
    ] as const) {
      assert.equal(reasonOf(`401: ${shown}`, [secret]), HIDDEN, shown);
    }
  });

  test('does not help a part that is random', () => {
    for (const part of ['zqxwkvjpwm', 'azqxwkvjp', 'ZQXWKVJP', 'aQzEuKoJi', 'a1b2c3d4', 'aeiouaeiouaeiouaeiou']) {
      assert.equal(reasonOf(`401: ${part}`, [`token-${part}-1`]), HIDDEN, part);
    }
  });

  test('is a password if it is one word', () => {
    for (const [password, reason, shown] of [
      ['hunter', 'wrong password: hunter', 'wrong password: [redacted]'],
      ['hunter', 'Hunter is wrong, HUNTER too', '[redacted] is wrong, [redacted] too'],
      ['unauthorized', '401 Unauthorized', '401 [redacted]'],
      ['test', 'This is a test account', 'This is a [redacted] account'],
      ['hunters', '401: hunter is wrong', HIDDEN],
    ] as const) {
      assert.equal(reasonOf(reason, [password]), shown);
    }
  });
});

test('the class of an error: its status, its code, or neither', () => {
  const text = `wrong: ${SECRET.toLowerCase()}`;
  const classOf = (facts: object, message = text) =>
    safeReason(Object.assign(new Error(message), facts), { secrets: [SECRET], known: [] }).reason;
  const unknown = 'the reason may contain a credential, so it is not shown';
  assert.equal(classOf({ status: 403 }), 'the service answered 403');
  assert.equal(classOf({ statusCode: 500 }), 'the service answered 500');
  assert.equal(classOf({ response: { status: 429 } }), 'the service answered 429');
  assert.equal(classOf({}, `Request failed with status code 404 (${text})`), 'the service answered 404');
  assert.equal(classOf({ code: 'ECONNRESET' }), 'the request failed (ECONNRESET)');
  for (const code of [SECRET, 'EZQXWKVJPWMRB', 7, 'E', 'e401']) {
    const error = Object.assign(new Error('zqxwkvjpwmrb…'), { code });
    assert.equal(safeReason(error, { secrets: ['zqxwkvjpwmrb9'], known: [] }).reason, unknown);
  }
  assert.equal(classOf({ status: 200 }), unknown);
  assert.equal(classOf({}, `port 4010, 10.0.0.401: ${text}`), unknown);
  const hostile = {
    get response() {
      return {
        get status() {
          throw new Error('fake');
        },
      };
    },
  };
  assert.equal(classOf(hostile), unknown);
  assert.equal(safeReason({ message: 7 }, { secrets: [SECRET], known: [] }).reason, '[object Object]');
  assert.equal(safeReason(text, { secrets: [SECRET], known: [] }).reason, unknown);
});

test('a long reason and a long secret take little time', () => {
  const long = SECRET.repeat(500);
  const started = performance.now();
  reasonOf('a reason that goes on '.repeat(10_000), [long, reversed(long)]);
  assert.ok(performance.now() - started < 5000);
});

test('who runs the endpoint learns that a reason is withheld, and nothing of it', async () => {
  const verify = () => {
    throw new Error(`wrong: ${SECRET.toLowerCase()}`);
  };
  const errors: unknown[] = [];
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => printed.mockRestore());
  const request = { slug: 'hubspot', auth_object: { oauth2: { access_token: SECRET } } };
  for (const options of [{ onError: (error: unknown) => void errors.push(error) }, {}]) {
    const call = client(createEndpoint({ linkedAccounts: 'any', verify, ...options }));
    for (const _ of [1, 2]) assert.equal((await call('PUT', `${API}/migrate-token`, request)).status, 500);
  }
  const message =
    /^createEndpoint: the error that verify threw may contain .*; to see it, catch and log it in verify\.$/;
  assert.equal(errors.length, 2);
  for (const error of errors as { code: string; message: string }[]) {
    assert.equal(error.code, 'withheld_reason');
    assert.match(error.message, message);
    assert.ok(!inspect(error, { depth: 9 }).toLowerCase().includes(SECRET.toLowerCase()));
  }
  assert.equal(printed.mock.calls.length, 1, 'once for an endpoint');
  assert.match(String(printed.mock.calls[0]), message);
});

test('over HTTP: an app of the catalogue, and one that is unknown', async () => {
  const verify = (_: string, __: string, { api_token: token = '' }) => {
    throw new Error(`401: Basic ${bytes(`${EMAIL}:${token}`).toString('base64')}`);
  };
  const call = client(createEndpoint({ linkedAccounts: 'any', trust: 'documented', verify, onError: () => {} }));
  const values = { api_token: SECRET, email: EMAIL };
  for (const auth_object of [{ keybased: values }, values]) {
    const { status, body } = await call('PUT', `${API}/migrate-token`, { slug: 'copper', auth_object });
    assert.deepEqual([status, body.message], [500, `Failed to verify credentials: ${HIDDEN}`]);
  }
});
