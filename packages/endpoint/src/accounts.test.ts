// One truth for accounts: the same ID is known or unknown in a header, a row, the memory, an SQLite file, and over HTTP.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { checkRequest, checkRows } from 'auth-object/rows';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { createEndpoint, memoryStore, type Store } from './entry/index.ts';
import { type RunningEndpoint, sqliteStore, startEndpoint } from './entry/node.ts';
import { createLinkedAccount } from './stores/create-linked-account.ts';
import { API, client } from './testing/client.ts';

const LONG = 'x'.repeat(5000);
const KNOWN = ['Acme', '\u00e9', 'a\0b', LONG, '__proto__', 'a\u00a0', '\u00df', 'K', '1', 'a,b', 'a/b', 'a%2Fb'];

/** IDs, and whether each is known. */
const IDS: readonly (readonly [id: string, isKnown: boolean])[] = [
  ...KNOWN.map((id) => [id, true] as const),
  // Case, also by Unicode: U+212A is the Kelvin sign, and SS is the upper case of U+00DF.
  ...['acme', 'ACME', 'k', '\u212a', 'SS', '\u1e9e'].map((id) => [id, false] as const),
  // Blanks that HTTP removes around a value, and others.
  ...[' Acme', 'Acme ', '\tAcme\t', ' \t Acme'].map((id) => [id, true] as const),
  ...['Ac me', 'Acme\u00a0', '\u00a0Acme', 'a', 'Acme\u200b', '\ufeffAcme', 'Acme\u0085'].map(
    (id) => [id, false] as const,
  ),
  // Normal forms, zero bytes, numbers, encodings, lengths.
  ...['e\u0301', 'a\0', 'a\0c', '01', '1.0', 'a, b', 'a%2fb', 'constructor', LONG.slice(1)].map(
    (id) => [id, false] as const,
  ),
  ...['\ud800', 'Acme\ud800', '\udc00Acme', '\ufffd'].map((id) => [id, false] as const),
];

const SLACK = { slug: 'slack', auth_object: { bot_token: 'fake-bot-token' } };
const MIGRATE = `${API}/migrate-token`;
/** What a header can contain, as one byte for each character. */
const canBeSent = (id: string) => /^[\t\x20-\x7e\x80-\xff]*$/.test(id);

const stores: Record<string, Store> = { memory: memoryStore(), 'an SQLite file': sqliteStore(':memory:') };
let server: RunningEndpoint;

beforeAll(async () => {
  for (const store of Object.values(stores)) {
    for (const id of KNOWN) await store.addAccount('test', createLinkedAccount(id, null));
  }
  server = await startEndpoint({ store: stores.memory });
});
afterAll(() => server.close());

/** Sends a request as it is written. Returns the status. */
async function put(id: string): Promise<number> {
  const body = JSON.stringify(SLACK);
  const socket = connect(server.port, '127.0.0.1');
  const lines = [`PUT ${MIGRATE} HTTP/1.1`, 'Host: localhost', 'x-api-key: tk_fake', `linked_account_id: ${id}`];
  socket.write([...lines, `Content-Length: ${body.length}`, 'Connection: close', '', body].join('\r\n'), 'latin1');
  return Number((await text(socket)).split(' ')[1]);
}

describe.each(IDS)('%j', (id, isKnown) => {
  const status = isKnown ? 200 : 400;

  test('in a header', () => {
    const headers = { 'x-api-key': 'tk_fake', linked_account_id: id };
    for (const body of [SLACK, JSON.stringify(SLACK)]) {
      for (const linkedAccounts of [KNOWN, new Set(KNOWN)]) {
        assert.equal(checkRequest({ headers, body }, { linkedAccounts }).ok, isKnown);
      }
    }
  });

  test('in a row', () => {
    const row = JSON.stringify({ linked_account_id: id, ...SLACK });
    assert.equal(checkRows(`${row}\n`, { linkedAccounts: KNOWN }).accepted, Number(isKnown));
  });

  for (const [place, store] of Object.entries(stores)) {
    test(`with the state in ${place}`, async () => {
      const call = client(createEndpoint({ store }));
      if (canBeSent(id)) assert.equal((await call('PUT', MIGRATE, SLACK, { linked_account_id: id })).status, status);
      // A path has no blanks that HTTP removes.
      if (!/\p{Cs}/u.test(id)) {
        const found = await call('GET', `${API}/linked-account/${encodeURIComponent(id)}`);
        assert.equal(found.status, KNOWN.includes(id) ? 200 : 404);
      } else {
        await assert.rejects(async () => store.getAccount('test', id), TypeError);
        assert.equal((await call('POST', `${API}/linked-account`, { account_id: id })).status, 400);
      }
    });
  }

  test.runIf(canBeSent(id))('over HTTP', async () => assert.equal(await put(id), status));
});
