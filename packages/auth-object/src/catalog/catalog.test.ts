// The other exports: catalogue views, registering, repair, redact, Standard Schema.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'vitest';
import type { Untyped } from '../testing/untyped.ts';
import {
  app,
  apps,
  authStructure,
  checkAuthObject,
  checkRequest,
  inputFields,
  jsonSchema,
  redact,
  registerApp,
  registerApps,
  repair,
  standardSchema,
} from '../testing/untyped.ts';

const headers = { 'x-api-key': 'tk_fake', linked_account_id: 'account:12345' };

test('the catalogue answers in plain data, and undefined for what it lacks', () => {
  assert.ok(apps().length >= 205);
  assert.deepEqual([app('netsuite').name, app('netsuite').brand], ['Netsuite', 'NetSuite']);
  assert.equal(authStructure('copper').keybased.api_token, 'string');
  assert.deepEqual(inputFields('netsuite', 'keybased')[0], {
    name: 'account_id',
    label: 'Account Id',
    placeholder: 'Please enter the Account Id',
    required: true,
    type: 'text',
  });
  assert.equal(jsonSchema('hubspot', 'oauth2').type, 'object');
  for (const answer of [
    app('nobody'),
    authStructure('__proto__'),
    inputFields('netsuite', 'nothing'),
    inputFields('nobody', 'oauth2'),
    jsonSchema('nobody'),
    jsonSchema('netsuite', 'nothing'),
  ]) {
    assert.equal(answer, undefined);
  }
  for (const call of [() => app(), () => inputFields('netsuite'), () => jsonSchema('netsuite', 7)])
    assert.throws(call, TypeError);
});

test('a registered app is live, certain, and wins', () => {
  registerApp('fresh_app', { keybased: { token: 'string', region: { type: 'string', required: false } } });
  const verdict = checkAuthObject('fresh_app', { tokn: 'fake-value' });
  assert.deepEqual([verdict.ok, verdict.certainty, verdict.basis], [false, 'certain', 'live']);
  assert.equal(checkAuthObject('fresh_app', { keybased: { token: 'fake-value' } }).ok, true);
  registerApps({ fresh_app: { keybased: { other: 'string' } } });
  assert.equal(checkAuthObject('fresh_app', { keybased: { token: 'fake-value' } }).ok, false);
  for (const wrong of [undefined, null, 7, [], { keybased: 7 }, 'text']) {
    assert.throws(() => registerApp('wrong_app', wrong), TypeError);
  }
  assert.throws(() => registerApps([]), TypeError);
  assert.equal(app('wrong_app'), undefined);
});

test('repair edits values where they stand, then moves; the request stays as it is', () => {
  const hints = [
    {
      code: 'near_miss_key',
      path: ['auth_object', 'accessToken'],
      help: '',
      fix: [{ op: 'move', from: '/auth_object/accessToken', path: '/auth_object/access_token' }],
    },
    {
      code: 'outer_whitespace',
      path: ['auth_object', 'accessToken'],
      help: '',
      fix: [{ op: 'replace', path: '/auth_object/accessToken', edit: 'trim' }],
    },
    { code: 'placeholder', path: ['auth_object', 'b'], help: '' },
    { code: 'masked', path: ['auth_object', 'b'], help: '', fix: [{ op: 'remove', path: '/auth_object/not/there' }] },
  ];
  const body = { slug: 'hubspot', auth_object: { accessToken: ' fake-token\n' } };
  const expected = { slug: 'hubspot', auth_object: { access_token: 'fake-token' } };
  const request = Object.freeze({ headers, slug: 'x', body });
  assert.deepEqual(repair(request, hints), { headers, slug: 'x', body: expected });
  assert.deepEqual(body, { slug: 'hubspot', auth_object: { accessToken: ' fake-token\n' } });
  assert.equal(repair({ body: JSON.stringify(body) }, hints).body, JSON.stringify(expected));
  const bytes = repair({ body: Buffer.from(JSON.stringify(body)) }, hints).body;
  assert.ok(bytes instanceof Uint8Array);
  assert.equal(new TextDecoder().decode(bytes), JSON.stringify(expected));
});

test('repair undoes a stringified auth_object', () => {
  const request = {
    headers,
    body: { slug: 'hubspot', auth_object: '{"oauth2":{"access_token":"fake-token","refresh_token":"fake-token"}}' },
  };
  const { ok, hints } = checkRequest(request);
  assert.equal(ok, false);
  assert.equal(checkRequest(repair(request, hints)).ok, true);
});

test('repair changes no number that JavaScript cannot hold', () => {
  const bodyOf = (rest) =>
    `{"slug":"hubspot",${rest}"auth_object":{"access_token":" fake-token ","refresh_token":"fake-token"}}`;
  for (const number of [
    '12345678901234567890',
    '9007199254740993',
    '1.2345678901234567891',
    '-12345678901234567890',
    '1e999',
  ]) {
    for (const body of [bodyOf(`"linked_account_id":${number},`), bodyOf(`"a":[{"b":${number}}],`)]) {
      assert.equal(repair({ body }, checkRequest({ headers, body }).hints).body, body);
      const bytes = new TextEncoder().encode(body);
      assert.equal(repair({ body: bytes }, checkRequest({ headers, body: bytes }).hints).body, bytes);
    }
  }
  for (const harmless of ['"linked_account_id":12345,', '"a":"12345678901234567890 \\" 1",', '"a":1.50,']) {
    const body = bodyOf(harmless);
    const after = JSON.parse(repair({ body }, checkRequest({ headers, body }).hints).body);
    assert.equal(after.auth_object.access_token, 'fake-token', harmless);
  }
});

test('repair keeps the slug beside the body', () => {
  const nested = { auth_object: { slug: 'slack', auth_object: { access_token: 'fake-token' } } };
  const request = { headers, slug: 'hubspot', body: nested };
  assert.deepEqual(repair(request, checkRequest(request).hints), request);
});

test('a place has one hint, however often a request of that kind comes', () => {
  const requestOf = (value) => ({
    headers,
    body: { slug: 'intercom', auth_object: { refresh_token: 'fake-1', client_secret: value } },
  });
  for (const value of ['fake-1', '"fake-1"', 'fake-2', '"fake-2"', 'REDACTED']) {
    const { hints } = checkRequest(requestOf(value), { trust: 'documented' });
    assert.equal(hints.filter(({ path }) => path.at(-1) === 'client_secret').length, 1, value);
  }
});

test('repair leaves alone what it cannot read, and says when it is called wrongly', () => {
  const hints = [{ code: 'quoted', path: ['body'], help: '', fix: [{ op: 'replace', path: '/a', edit: 'trim' }] }];
  const cycle: Untyped = {};
  cycle.cycle = cycle;
  for (const body of [undefined, null, '{', Uint8Array.of(0xff), cycle, 7n])
    assert.equal(repair({ body }, hints).body, body);
  for (const body of [{ a: 7 }, { b: ' ' }, []]) assert.deepEqual(repair({ body }, hints).body, body);
  assert.throws(() => repair(undefined, hints), TypeError);
  assert.throws(() => repair({}, undefined), TypeError);
  assert.throws(() => repair({}, ['quoted']), TypeError);
  const polluted = repair({ body: '{"__proto__":{"x":" a "},"a":1}' }, [
    { code: 'quoted', path: ['a'], help: '', fix: [{ op: 'move', from: '/a', path: '/__proto__/polluted' }] },
  ]);
  assert.equal('polluted' in {}, false);
  assert.equal(polluted.body, '{"__proto__":{"x":" a ","polluted":1}}');
});

test('redact keeps names and hides values', () => {
  const request = {
    headers: { ...headers, Authorization: 'Bearer fake-secret', 'Content-Type': 'application/json' },
    slug: 'netsuite',
    body: {
      slug: 'netsuite',
      linked_account_id: 'account:12345',
      auth_object: { keybased: { token_id: 'fake-secret', empty: null, list: ['fake-secret', 7] } },
      note: 'fake-secret',
    },
  };
  const expected = {
    headers: {
      'x-api-key': '[redacted]',
      linked_account_id: 'account:12345',
      authorization: '[redacted]',
      'content-type': 'application/json',
    },
    slug: 'netsuite',
    body: {
      slug: 'netsuite',
      linked_account_id: 'account:12345',
      auth_object: { keybased: { token_id: '[redacted]', empty: null, list: '[redacted]' } },
      note: '[redacted]',
    },
  };
  assert.deepEqual(redact(request), expected);
  assert.deepEqual(redact({ ...request, body: JSON.stringify(request.body) }), expected);
  assert.deepEqual(redact({ ...request, body: Buffer.from(JSON.stringify(request.body)) }), expected);
  assert.equal(redact({ body: '{"auth_object":"fake-secret' }).body, '[redacted]');
  assert.deepEqual(
    redact({ body: { auth_object: { xoxb_aaaaaaaaaaaaaaaa: 1 }, sk_test_aaaaaaaaaaaaaaaa: 'fake' } }).body['[hidden]'],
    '[redacted]',
  );
  assert.deepEqual(redact({}), {});
});

test('redact keeps the keys of auth_object and of an auth type, and no others', () => {
  const object = { a_short_key: { deeper: 'fake' } };
  const redacted = (auth_object) => redact({ body: { slug: 'slack', auth_object } }).body.auth_object;
  const hostile = {
    ...{ access_token: object, oauth2: { refresh_token: object, list: [object] }, keybased: [object] },
    ...{ a_short_key: object, constructor: object },
  };
  assert.deepEqual(redacted(hostile), {
    ...{ access_token: '[redacted]', oauth2: { refresh_token: '[redacted]', list: '[redacted]' } },
    ...{ keybased: '[redacted]', a_short_key: '[redacted]', constructor: '[redacted]' },
  });
  assert.deepEqual(redacted(JSON.parse('{"__proto__":{"a_short_key":1},"oauth2":{"__proto__":{"a_short_key":1}}}')), {
    ...{ ['__proto__']: '[redacted]', oauth2: { ['__proto__']: '[redacted]' } },
  });
  for (const whole of [[object], 'fake', 7, true]) assert.equal(redacted(whole), '[redacted]');
  assert.equal(redacted({ oauth2: { toJSON: () => [object] } }).oauth2, '[redacted]');
  assert.deepEqual(redact({ body: { slug: object, linked_account_id: [1], data: { auth_object: object } } }).body, {
    ...{ slug: '[redacted]', linked_account_id: '[redacted]', data: '[redacted]' },
  });
  const deep = redacted({ oauth2: JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`) });
  assert.deepEqual(deep, { oauth2: { a: '[redacted]' } });
});

test('a nested request with another linked account stays as it is', () => {
  const inner = { linked_account_id: 'account:2', auth_object: { oauth2: { refresh_token: 'fake-token' } } };
  const nested = (outer) => ({ slug: 'gmail', ...outer, auth_object: inner });
  const repaired = (body) => repair({ body }, checkRequest({ headers: {}, body }).hints).body;
  const lifted = { slug: 'gmail', ...inner };
  assert.deepEqual(repaired(nested({})), lifted);
  assert.deepEqual(repaired(nested({ linked_account_id: 'account:2' })), lifted);
  assert.deepEqual(repaired(nested({ linked_account_id: 'account:1' })), nested({ linked_account_id: 'account:1' }));
});

test('no value survives redact, and no key below the fields', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ minLength: 1 }), (data, key) => {
      if (['slug', 'linked_account_id', 'auth_object'].includes(key)) return;
      // As a form sends it: the value of a field, whatever it is.
      const marked = JSON.parse(JSON.stringify({ inner: data, [key]: data }), (_name, value) => {
        if (typeof value === 'string') return `MARK${value}`;
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
        return Object.fromEntries(Object.entries(value).map(([name, member]) => [`MARK${name}`, member]));
      });
      const body = { auth_object: { api_key: marked, oauth2: { access_token: marked } }, [key]: marked };
      assert.ok(!JSON.stringify(redact({ body })).includes('MARK'));
    }),
  );
});

test('a Standard Schema gives paths from the value on', () => {
  const whole = standardSchema('hubspot')['~standard'];
  assert.deepEqual([whole.version, whole.vendor], [1, 'auth-object']);
  const value = { oauth2: { access_token: 'fake-token' } };
  assert.deepEqual(whole.validate(value), { value });
  assert.deepEqual(
    whole.validate({ oauth2: {} }).issues.map(({ path }) => path),
    [['oauth2', 'access_token']],
  );
  const fields = standardSchema('netsuite', 'keybased')['~standard'];
  assert.deepEqual(
    fields.validate({ account_id: '1' }).issues.map(({ path }) => path),
    [['consumer_key'], ['consumer_secret'], ['token_id'], ['token_secret']],
  );
  assert.throws(() => standardSchema(), TypeError);
});

test('a Standard JSON Schema comes in three dialects', () => {
  const { input, output } = standardSchema('netsuite')['~standard'].jsonSchema;
  assert.deepEqual(input({ target: 'draft-2020-12' }), jsonSchema('netsuite'));
  assert.match(JSON.stringify(output({ target: 'draft-07' })), /draft-07.*#\/definitions\//);
  assert.doesNotMatch(JSON.stringify(input({ target: 'openapi-3.0' })), /\$|"required":\[\]/);
  assert.throws(() => input({ target: 'draft-04' }), TypeError);
  assert.throws(() => standardSchema('nobody')['~standard'].jsonSchema.input({ target: 'draft-07' }), TypeError);
});
