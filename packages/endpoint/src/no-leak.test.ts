// A secret in the wrong place of a request or an option is in no answer, log entry or error.
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { describe, test } from 'vitest';
import {
  createEndpoint,
  type EndpointError,
  type EndpointOptions,
  openCredentials,
  parseFault,
} from './entry/index.ts';
import { startEndpoint } from './entry/node.ts';
import { API, HEADERS } from './testing/client.ts';

const SECRETS = {
  'a token': 'sk_test_fakeQw9rTy7uPl3mNb6v',
  'a password': 'Summer2024!',
  'a passphrase': 'violet-anchor-muffin-tundra',
  'a user and password': 'jdoe:hunter2pass',
  'a token of three parts': 'eyJfakefakeFAKE.eyJfakefakeFAKE2.ZmFrZWZha2VGQUtF',
};

/** The parts of a text that are a secret, in any of the usual forms. */
function traces(text: string, secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms = {
    'as it is': secret,
    base64: bytes.toString('base64').replace(/=+$/, ''),
    hex: bytes.toString('hex'),
    'URL-encoded': encodeURIComponent(secret),
    reversed: [...secret].reverse().join(''),
    'lower case': secret.toLowerCase(),
    'its start': secret.slice(0, 8),
  };
  return Object.entries(forms).flatMap(([form, value]) => (text.includes(value) ? [form] : []));
}

const endpoints: Record<string, EndpointOptions> = {
  'known accounts': {},
  'any account': { linkedAccounts: 'any' },
  'API keys': { apiKeys: ['tk_fake_other'] },
  'a verifier that repeats everything': {
    linkedAccounts: 'any',
    trust: 'documented',
    verify(...all) {
      const values = Object.values(all[2]);
      throw new Error(`${JSON.stringify(all)} ${values.map((value) => Buffer.from(value).toString('base64'))}`);
    },
  },
};

type Call = [method: string, path: string, body?: unknown, headers?: Record<string, string>];

const calls = (secret: string): Record<string, Call> => {
  const part = encodeURIComponent(secret);
  const migrate = `${API}/migrate-token`;
  const save = `${API}/linked-account/integration/save-key-credentials`;
  return {
    slug: ['PUT', migrate, { slug: secret, auth_object: { oauth2: { access_token: 'fake' } } }],
    'slug in the path': ['PUT', `${migrate}/${part}`, { auth_object: {} }],
    'a value': ['PUT', migrate, { slug: 'slack', auth_object: { bot_token: secret } }],
    'the values of a host': ['PUT', migrate, { slug: 'netsuite', auth_object: { keybased: { account_id: secret } } }],
    'a field': ['PUT', migrate, { slug: 'slack', auth_object: { [secret]: secret } }],
    'an auth type': ['PUT', migrate, { slug: 'hubspot', auth_object: { [secret]: {} } }],
    'the body': ['PUT', migrate, secret],
    'slug of key credentials': ['PUT', `${save}/${part}`, { api_key: secret }],
    'a field of key credentials': ['PUT', `${save}/netsuite`, { [secret]: secret }],
    'slug of an auth structure': ['GET', `${API}/auth-structure/${part}`],
    'slug of an application': ['GET', `${API}/application/${part}`],
    'any path': ['GET', `/${part}/${part}?${part}=${part}`],
    'a local route': ['POST', `/_local/${part}?${part}`],
    'an API key': ['GET', `${API}/application`, undefined, { 'x-api-key': secret }],
    'other headers': [
      'GET',
      `${API}/application`,
      undefined,
      { authorization: secret, origin: secret, cookie: secret },
    ],
    'a fault': ['GET', `${API}/application`, undefined, { 'x-auth-object-fail': `429;${secret}=${secret}` }],
    'the method': [secret.replaceAll(/[^a-z\d]/gi, ''), `${API}/application`],
  };
};

describe('requests', () => {
  for (const [kind, secret] of Object.entries(SECRETS)) {
    test(kind, async () => {
      for (const [which, options] of Object.entries(endpoints)) {
        const logged: unknown[] = [];
        const errors: EndpointError[] = [];
        const handle = createEndpoint({
          ...options,
          log: (entry) => logged.push(entry),
          onError: (error) => errors.push(error as EndpointError),
        });
        for (const [place, [method, path, body, headers]] of Object.entries(calls(secret))) {
          const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
          const init = { method, headers: { ...HEADERS, ...headers }, ...(sent !== undefined && { body: sent }) };
          const answer = await handle(new Request(`http://localhost${path}`, init));
          const text = `${await answer.text()} ${JSON.stringify([...answer.headers])} ${inspect([logged, errors], { depth: 9 })}`;
          assert.deepEqual(traces(text, secret), [], `${which}, ${place}: ${text}`);
          assert.equal(logged.length, 1);
          for (const { code } of errors) assert.equal(code, 'withheld_reason');
          logged.length = 0;
        }
      }
    });
  }
});

describe('options', () => {
  const errorText = (error: unknown): string =>
    error instanceof Error ? `${inspect(error)} ${error.stack} ${errorText(error.cause)}` : '';
  const account = (more: object) => ({ environments: { test: { linked_accounts: [{ account_id: 'a', ...more }] } } });
  const wrong = (secret: string): Record<string, unknown>[] => [
    { [secret]: secret },
    { apiKeys: secret },
    { key: secret },
    { cors: [`http://fake.example/${secret}`] },
    { environment: secret },
    { faults: [{ [secret]: secret }] },
    { faults: [{ status: secret }] },
    { seed: secret },
    { seed: { [secret]: secret } },
    { seed: { environments: { [secret]: {} } } },
    { seed: account({ [secret]: secret }) },
    { seed: account({ integrations: [{ slug: secret, auth_object: { [secret]: secret } }] }) },
    { seed: account({ integrations: [{ slug: 'slack', auth_object: { [secret]: secret } }] }) },
    { seed: account({ integrations: [{ slug: 'slack', auth_object: secret }] }) },
    { store: secret },
    { hosts: [`http://${secret}`] },
  ];
  for (const [kind, secret] of Object.entries(SECRETS)) {
    test(kind, async () => {
      for (const options of wrong(secret)) {
        const error = await startEndpoint(options).catch((error: unknown) => error);
        assert.ok(error instanceof Error, JSON.stringify(options));
        assert.deepEqual(traces(errorText(error), secret), [], errorText(error));
      }
      const others = [() => parseFault(secret), () => openCredentials({ [secret]: secret } as never)];
      for (const call of others) {
        const error = await Promise.resolve()
          .then(call)
          .catch((error: unknown) => error);
        assert.ok(error instanceof Error);
        assert.deepEqual(traces(errorText(error), secret), [], errorText(error));
      }
    });
  }
});
