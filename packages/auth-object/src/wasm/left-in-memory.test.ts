// After a call, nothing of what it read is left in the memory of the instance, not even a piece.
import assert from 'node:assert/strict';
import { afterAll, test } from 'vitest';
import { piecesIn, snapshot } from '../testing/text-in-wasm.ts';
import type { Untyped } from '../testing/untyped.ts';

const api: Untyped = await import('../entry/rows.ts');
const { checkRowsFile } = await import('../testing/untyped-node.ts');
const { bytesOf, loadCases, loadRowCases, runCase } = await import('../testing/shared-cases.ts');
const { fileOf } = await import('../testing/rows-files.ts');
const { RowChecker, checkAuthObject, checkRequest, checkRows, redact, registerApp, repair } = api;

// What the instance makes once and keeps: the names of apps, and the registered ones.
registerApp('own_app', { keybased: { my_token: 'string' } });
checkRequest({ headers: {}, body: { slug: 'hubspt' } });
const before = snapshot();

/** Each eight characters of it are nowhere else. */
const marker = 'Zq7Xw9Kv-fake-3Jp5Rt2Ym8Nb4Hc6Gd1';
const long = marker.repeat(3_000);
const escaped = (text: string) => text.replaceAll('Z', '\\u005a').replaceAll('9', '\\u0039');
const headers = { 'x-api-key': marker, linked_account_id: `account:${marker}` };
const typed = (fields) => ({ slug: 'hubspot', linked_account_id: marker, auth_object: { oauth2: fields } });
const accepted = typed({ access_token: marker, refresh_token: marker });
const hinted = typed({ access_token: ` "${marker}" `, refresh_token: ` ${marker}` });
const rejected = typed({ acces_token: marker, [marker]: marker });
const rejectedText = JSON.stringify(rejected);
const repaired = ({ body }) => repair({ body }, checkRequest({ headers, body }).hints);
const boom = {
  has() {
    throw new Error('boom');
  },
};
const assertThrows = (call: () => unknown) => assert.throws(call);

const CALLS: Record<string, () => unknown> = {
  'an accepted object': () => checkRequest({ headers, body: accepted }),
  'a hinted object': () => checkRequest({ headers, body: hinted }),
  'a rejected object': () => checkRequest({ headers, body: rejected }),
  'a flat object': () => checkRequest({ headers, body: { slug: 'slack', auth_object: { acces_token: marker } } }),
  text: () => checkRequest({ headers, body: rejectedText }),
  'text with escapes': () => checkRequest({ headers, body: escaped(rejectedText) }),
  bytes: () => checkRequest({ headers, body: new TextEncoder().encode(rejectedText) }),
  'a long value': () => checkRequest({ headers, body: typed({ acces_token: long }) }),
  'what is not JSON': () => checkRequest({ headers, body: rejectedText.slice(0, -2) }),
  'what has no JSON text': () => checkRequest({ headers, body: { ...rejected, [marker]: 7n } }),
  'a secret as the slug': () => checkRequest({ headers, slug: marker, body: { ...accepted, slug: marker } }),
  "a verifier's reason": () => checkRequest({ headers, body: accepted }, { verification: { rejected: marker } }),
  'a lookup': () => checkRequest({ headers, body: accepted }, { linkedAccounts: [`account:${marker}`] }),
  'a lookup that calls the library': () =>
    checkRequest(
      { headers, body: accepted },
      { linkedAccounts: { has: () => checkRequest({ headers, body: hinted }).ok } },
    ),
  'a lookup that throws': () => assertThrows(() => checkRequest({ headers, body: rejected }, { linkedAccounts: boom })),
  'a getter that throws when it is read again': () => {
    let reads = 0;
    const fields = {
      get access_token() {
        if (reads++ > 0) throw new Error('read again');
        return long;
      },
    };
    checkAuthObject('hubspot', { oauth2: fields });
  },
  'a form': () => checkAuthObject('hubspot', hinted.auth_object),
  'a form of a registered app': () => checkAuthObject('own_app', { keybased: { my_tokn: marker } }),
  standardSchema: () => api.standardSchema('hubspot')['~standard'].validate(rejected.auth_object),
  redact: () => redact({ headers, slug: marker, body: rejected }),
  repair: () => repaired({ body: hinted }),
  'repair of text': () => repaired({ body: escaped(JSON.stringify(hinted)) }),
};

const rows = [rejected, hinted, accepted, { app: 'hubspot', token: marker }, { slug: marker }];
const lines = `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`.repeat(20);
const csv = `slug,linked_account_id,access_token,${marker}\nhubspot,${marker},"${marker}""${long}",\nhubspot,a, ${marker} ,x\n`;
const FILES = {
  NDJSON: lines,
  'NDJSON with escapes': escaped(lines),
  'an array': JSON.stringify(rows, null, 1),
  'objects one after another': rows.map((row) => JSON.stringify(row, null, 1)).join('\n'),
  'a wrapped list': JSON.stringify({ data: rows, next: marker }),
  'an export': JSON.stringify({ connection_id: marker, provider: 'hubspot', credentials: { access_token: marker } }),
  CSV: csv,
  'CSV with objects': `slug,auth_object\nhubspot,"${JSON.stringify(rejected.auth_object).replaceAll('"', '""')}"\n`,
  'CSV with a quote that stays open': `${csv}hubspot,a,"${long}`,
  'something else': `${marker}\n`.repeat(3),
};
const OPTIONS = {
  '': {},
  'all listed': { list: 'all' },
  repaired: { repair: true, list: 'hinted' },
  mapped: { map: { app: 'slug', token: 'access_token' }, set: { linked_account_id: marker } },
  limited: { limits: { requestBytes: 100 } },
};
for (const [name, file] of Object.entries(FILES)) {
  for (const [option, options] of Object.entries(OPTIONS)) {
    CALLS[`${name} ${option}`] = () => {
      try {
        checkRows(file, options);
      } catch (error) {
        // A mapping does not fit every format.
        assert.equal((error as Error).name, 'MappingError');
      }
    };
  }
  CALLS[`${name} in chunks`] = () => {
    const checker = new RowChecker({ repair: true });
    for (let at = 0; at < file.length; at += 1_000) checker.push(file.slice(at, at + 1_000));
    checker.report();
    checker.end();
  };
  CALLS[`${name} on disk`] = () => checkRowsFile(fileOf(file));
}
CALLS['rows whose iterator throws'] = () =>
  assertThrows(() =>
    checkRows(
      (function* () {
        yield lines;
        throw new Error('boom');
      })(),
    ),
  );
CALLS['rows whose lookup throws'] = () => assertThrows(() => checkRows(lines, { linkedAccounts: boom }));

for (const [name, call] of Object.entries(CALLS)) {
  test(`nothing is left: ${name}`, async () => {
    await call();
    assert.deepEqual(piecesIn([marker], before), []);
  });
}

for (const { file, cases } of loadCases()) {
  // Those of each app are alike, and many.
  if (file.startsWith('apps/')) continue;
  test(`nothing is left of the cases of ${file}`, () => {
    for (const testCase of cases) {
      const given: unknown[] = [];
      const noting =
        (call) =>
        (...args) => {
          given.push(args);
          return call(...args);
        };
      runCase(
        {
          ...api,
          checkRequest: noting(checkRequest),
          checkAuthObject: noting(checkAuthObject),
          repair: noting(repair),
        },
        testCase,
      );
      assert.deepEqual(piecesIn(new Set(textsIn(given)), before), [], testCase.description);
    }
  });
}

for (const { name, cases } of loadRowCases()) {
  test(`nothing is left of the files of ${name}`, () => {
    for (const { report, ...given } of cases) {
      for (const options of [{}, { repair: true, list: 'all' }]) {
        checkRows(bytesOf(given), { now: 0, ...given.options, ...options });
        assert.deepEqual(piecesIn([new TextDecoder().decode(bytesOf(given))], before), [], given.name);
      }
    }
  });
}

afterAll(() => {
  // The search finds what is there.
  new RowChecker({ format: 'ndjson' }).push(`{"slug":"${marker}`);
  assert.notEqual(piecesIn([marker], before).length, 0);
});

/** Every string and key in a value, and bytes as text. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value instanceof Uint8Array) yield new TextDecoder().decode(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      yield key;
      yield* textsIn(member);
    }
  }
}
