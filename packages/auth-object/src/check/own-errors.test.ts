// What the caller's own code throws is passed on as it is. Any other error is a TypeError or an AuthObjectError, and the
// next call is right.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { describe, test } from 'vitest';
import * as api from '../entry/rows.ts';
import type { Untyped } from '../testing/untyped.ts';
import { checkRowsFile } from '../testing/untyped-node.ts';

const { AuthObjectError, RowChecker, RowDecoder, checkAuthObject, checkRequest, checkRows, ...others }: Untyped = api;
const { describe: describeIssue, redact, registerApp, registerApps, repair, standardSchema } = others;
const { app, authStructure, init, inputFields, jsonSchema } = others;

const headers = { 'x-api-key': 'tk_fake', linked_account_id: 'account:12345' };
const slack = { slug: 'slack', auth_object: { bot_token: 'fake-bot-token' } };
const row = `${JSON.stringify({ linked_account_id: 'a', ...slack })}\n`;
const [hint] = checkRequest({ headers, body: { ...slack, auth_object: { bot_token: ' fake' } } }).hints;
const [issue] = checkRequest({ headers, body: { slug: 'slack', auth_object: {} } }).issues;
const file = join(tmpdir(), `auth-object-own-errors-${process.pid}.ndjson`);
writeFileSync(file, row);

class OwnError extends Error {}
const fail = () => {
  throw new OwnError('mine');
};
/** An object with a member that cannot be read. */
const failing = (name: string, more: object = {}) =>
  Object.defineProperty({ ...more }, name, { enumerable: true, get: fail });
const failingProxy = (trap: string) => new Proxy({}, { [trap]: fail });

describe('what a getter, a proxy or a function of the caller throws is passed on', () => {
  const calls: Record<string, () => unknown> = {
    'a header': () => checkRequest({ headers: failing('x-api-key'), body: slack }),
    'the list of headers': () => checkRequest({ headers: failingProxy('ownKeys'), body: slack }),
    'the iterator of headers': () => checkRequest({ headers: { [Symbol.iterator]: fail }, body: slack }),
    'forEach of headers': () => checkRequest({ headers: { forEach: fail }, body: slack }),
    'the headers': () => checkRequest(failing('headers')),
    'the body': () => checkRequest(failing('body', { headers })),
    'the slug': () => checkRequest(failing('slug', { headers })),
    'an option': () => checkRequest({ headers, body: slack }, failing('shape')),
    'the list of options': () => checkRequest({ headers, body: slack }, failingProxy('ownKeys')),
    'the reason of a verification': () => checkRequest({ headers, body: slack }, { verification: failing('rejected') }),
    'has()': () => checkRequest({ headers, body: slack }, { linkedAccounts: { has: fail } }),
    'an option of a form': () => checkAuthObject('slack', {}, failing('hints')),
    'a header to redact': () => redact({ headers: failing('x-api-key') }),
    'a body to redact': () => redact(failing('body')),
    'a request to repair': () => repair(failing('body'), [hint]),
    'a hint': () => repair({ headers, body: slack }, [failing('code', hint)]),
    'an issue to describe': () => describeIssue(failing('reason', issue)),
    'a word': () => describeIssue(issue, { words: { [issue.reason]: fail } }),
    'structures to register': () => registerApps(failing('slack')),
    'an option of rows': () => checkRows(row, failing('list')),
    'rows in chunks': () => checkRows({ [Symbol.iterator]: fail }),
    'has() for rows': () => checkRows(row, { linkedAccounts: { has: fail } }),
    'an option of a checker': () => new RowChecker(failing('limits')),
    'an option for a file': () => checkRowsFile(file, failing('workers')),
    'a callback for a file': () => checkRowsFile(file, { list: 'all', onRows: fail }),
  };
  for (const [name, call] of Object.entries(calls)) {
    test(name, async () => {
      await assert.rejects(async () => call(), OwnError);
      assert.equal(checkRequest({ headers, body: slack }).ok, true);
    });
  }

  test('but a body that cannot be read has an issue, and an auth structure is a mistake', () => {
    for (const body of [failing('slug'), failing('auth_object', slack), failingProxy('ownKeys'), { toJSON: fail }]) {
      assert.equal(checkRequest({ headers, body }).issues[0].code, 'invalid_json');
      assert.equal(redact({ body }).body, '[redacted]');
      assert.equal(repair({ body }, [hint]).body, body);
    }
    assert.equal(checkAuthObject('slack', failing('bot_token')).issues[0].code, 'invalid_json');
    assert.ok(standardSchema('slack')['~standard'].validate(failing('bot_token')).issues.length > 0);
    assert.throws(() => registerApp('fake', failing('keybased')), { name: 'TypeError', message: /^registerApp: / });
  });
});

describe('exotic arguments', () => {
  const realm = createContext({});
  const detached = new ArrayBuffer(8);
  const ofDetached = new Uint8Array(detached);
  structuredClone(detached, { transfer: [detached] });
  const resizable = new (ArrayBuffer as Untyped)(8, { maxByteLength: 64 });
  const ofResizable = new DataView(resizable, 4);
  (resizable as Untyped).resize(2);
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  class OddBytes extends Uint8Array {
    override get length() {
      return 1e9;
    }
  }
  const cycle: Untyped = [];
  cycle.push(cycle);
  const values: unknown[] = [
    ...[
      undefined,
      null,
      0,
      -0,
      Number.NaN,
      10n,
      true,
      '',
      '\ud800',
      '\0',
      '__proto__',
      Symbol('fake'),
      Symbol.iterator,
    ],
    ...[() => {}, class {}, /x/, new Date(Number.NaN), new Map([[1, 2]]), new Set(['account:12345']), new WeakMap()],
    ...[[], new Array(5), cycle, { length: 5 }, { length: 2 ** 53 }, Object.freeze([slack]), Object.create(null)],
    ...[Object.prototype, Array.prototype, Uint8Array.prototype, Object.create(Uint8Array.prototype), globalThis],
    ...[detached, ofDetached, ofResizable, new SharedArrayBuffer(8), new Uint8Array(new SharedArrayBuffer(8))],
    ...[new OddBytes(8), new Float64Array(1), new BigInt64Array(1), new DataView(new ArrayBuffer(1)), revoked],
    ...[
      new String('slack'),
      Object(1n),
      Object(Symbol('fake')),
      new Headers(),
      new URL('file:///fake'),
      new Error('fake'),
    ],
    ...[{ has: 1 }, { has: () => 1 }, { has: () => Promise.resolve(true) }, { [Symbol.iterator]: 1 }, { forEach: 1 }],
    ...[
      Object.setPrototypeOf([], null),
      Object.setPrototypeOf(new Uint8Array(8), null),
      Object.create(Headers.prototype),
    ],
    ...[
      '({})',
      '[]',
      'new Uint8Array(3)',
      'new ArrayBuffer(3)',
      'new Map()',
      'new Set(["a"])',
      'new String("slack")',
    ].map((code) => runInContext(code, realm)),
  ];
  // A value that is different each time it is read.
  const changing = (first: unknown, then: unknown) => {
    let next = first;
    return () => {
      const now = next;
      next = then;
      return now;
    };
  };
  const changingMember = (name: string, first: unknown, then: unknown, more: object) =>
    Object.defineProperty({ ...more }, name, { enumerable: true, get: changing(first, then) });

  const calls: Record<string, (value: Untyped) => unknown> = {
    'checkRequest, the request': checkRequest,
    'checkRequest, headers': (value) => checkRequest({ headers: value, body: slack }),
    'checkRequest, a header': (value) => checkRequest({ headers: { 'x-api-key': value }, body: slack }),
    'checkRequest, body': (value) => checkRequest({ headers, body: value }),
    'checkRequest, auth_object': (value) => checkRequest({ headers, body: { slug: 'slack', auth_object: value } }),
    'checkRequest, slug': (value) => checkRequest({ headers, body: { ...slack, slug: value } }),
    'checkRequest, options': (value) => checkRequest({ headers, body: slack }, value),
    ...Object.fromEntries(
      ['apiKeys', 'linkedAccounts', 'integrations', 'customApps', 'requestId', 'verification', 'now', 'shape'].flatMap(
        (name) => {
          const good = { apiKeys: [], requestId: 'x', verification: 'accepted', now: 1, shape: 'flat', customApps: [] };
          const before = (good as Untyped)[name] ?? new Set(['account:12345']);
          return [
            [`checkRequest, ${name}`, (value) => checkRequest({ headers, body: slack }, { [name]: value })],
            [
              `checkRequest, ${name} that changes`,
              (value) => checkRequest({ headers, body: { slug: 'slack' } }, changingMember(name, before, value, {})),
            ],
          ] as [string, (value: Untyped) => unknown][];
        },
      ),
    ),
    'a body that changes': (value) => checkRequest(changingMember('body', slack, value, { headers })),
    'a slug that changes': (value) => checkRequest({ headers, body: changingMember('slug', 'slack', value, slack) }),
    'a token that changes': (value) =>
      checkAuthObject('slack', changingMember('bot_token', 'fake-bot-token', value, {})),
    'checkAuthObject, slug': (value) => checkAuthObject(value, slack.auth_object),
    'checkAuthObject, options': (value) => checkAuthObject('slack', slack.auth_object, value),
    redact,
    'redact, headers': (value) => redact({ headers: value }),
    'redact, body': (value) => redact({ body: value }),
    'repair, request': (value) => repair(value, [hint]),
    'repair, body': (value) => repair({ body: value }, [hint]),
    'repair, hints': (value) => repair({ body: slack }, value),
    'repair, hint': (value) => repair({ body: slack }, [value]),
    'describe, issue': describeIssue,
    'describe, options': (value) => describeIssue(issue, value),
    'describe, locale': (value) => describeIssue(issue, { locale: value }),
    app,
    authStructure,
    'inputFields, slug': (value) => inputFields(value, 'oauth2'),
    'inputFields, auth type': (value) => inputFields('slack', value),
    'jsonSchema, slug': jsonSchema,
    'jsonSchema, auth type': (value) => jsonSchema('slack', value),
    'registerApp, slug': (value) => typeof value !== 'string' && registerApp(value, { keybased: { key: 'string' } }),
    'registerApp, structure': (value) => registerApp('fake', value),
    registerApps,
    standardSchema,
    'standardSchema, value': (value) => standardSchema('slack')['~standard'].validate(value),
    'checkRows, rows': checkRows,
    'checkRows, chunk': (value) => checkRows([row, value]),
    'checkRows, options': (value) => checkRows(row, value),
    'checkRows, map': (value) => checkRows(row, { map: { slug: value } }),
    'checkRows, limits': (value) => checkRows(row, { limits: value }),
    'RowChecker, options': (value) => new RowChecker(value),
    'RowChecker, chunk': (value) => new RowChecker().push(value),
    'RowDecoder, encoding': (value) => new RowDecoder(value),
    'RowDecoder, chunk': (value) => new RowDecoder().push(value),
    init,
    'checkRowsFile, options': (value) => checkRowsFile(file, value),
    'checkRowsFile, path': (value) => typeof value !== 'string' && checkRowsFile(value),
  };
  const prototypes = [Object, Array, Map, Set, Function, Uint8Array, Promise].map(({ prototype }) => prototype);
  const membersOf = () => prototypes.map((prototype) => Reflect.ownKeys(prototype).length);
  const before = membersOf();

  for (const [name, call] of Object.entries(calls)) {
    test(name, async () => {
      for (const value of values) {
        try {
          await call(value);
        } catch (error) {
          const isExpected =
            error instanceof TypeError || (error instanceof AuthObjectError && (error as Untyped).code !== 'internal');
          assert.ok(
            isExpected || (name === 'checkRowsFile, path' && error instanceof Error),
            String((error as Error)?.stack),
          );
        }
        assert.equal(checkRequest({ headers, body: slack }).ok, true);
        assert.equal(checkRequest({ headers, body: { slug: 'slack', auth_object: {} } }).ok, false);
        assert.deepEqual(membersOf(), before);
      }
    });
  }
});

test('an unknown option is named, unless its name may be a secret', () => {
  const unknown = (name: string) => () => checkRequest({ headers, body: slack }, { [name]: 1 });
  assert.throws(unknown('apiKey'), /^TypeError: checkRequest: unknown option "apiKey"; the options are apiKeys/);
  assert.throws(unknown('xoxb-aaaaaaaaaaaa'), /unknown option "\[hidden\]"/);
});

test('the bytes of a Buffer are copied until they show the encoding', () => {
  const buffer = Buffer.alloc(3);
  const checker = new RowChecker({ list: 'all' });
  for (let at = 0; at < row.length; at += 3) checker.push(buffer.subarray(0, buffer.write(row.slice(at, at + 3))));
  assert.equal(checker.end().accepted, 1);
});
