// A thousand connections at the same time: each request gets its own answer.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, test } from 'vitest';
import { memoryStore, type Store } from '../entry/index.ts';
import { sqliteStore, startEndpoint } from '../entry/node.ts';

const CONNECTIONS = 1000;
/** Long enough for all connections to open before the first answer. */
const DELAY_MS = 1000;

function put(url: string, agent: Agent, index: number): Promise<string> {
  const body = JSON.stringify({ slug: 'hubspot', auth_object: { access_token: `fake-token-${index}` } });
  const headers = { 'x-api-key': 'tk-fake', linked_account_id: `account:${index}` };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/v2/public/migrate-token`, { method: 'PUT', agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      answer.on('end', () => resolve(`${answer.statusCode} ${text}`));
    });
    // On a busy machine, a connection may be idle for longer than the server keeps it. Clients send the request again then.
    const again = (error: NodeJS.ErrnoException) => {
      if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(put(url, agent, index));
      else reject(error);
    };
    sent.on('error', again).end(body);
  });
}

/** Some requests are rejected, each for its own account. */
const isKnown = (index: number) => index % 10 !== 0;

const STORES = {
  memory: memoryStore,
  'a file': () => {
    const folder = mkdtempSync(join(tmpdir(), 'auth-object-'));
    const store = sqliteStore(join(folder, 'endpoint.db'));
    onTestFinished(() => {
      store.close();
      rmSync(folder, { recursive: true });
    });
    return store;
  },
};

for (const [place, make] of Object.entries(STORES)) {
  test(`${CONNECTIONS} connections at the same time, with the state in ${place}`, () => connected(make()));
}

async function connected(store: Store) {
  const all = Array.from({ length: CONNECTIONS }, (_, index) => index);
  const add = (index: number) =>
    store.addAccount('test', { id: String(index), accountId: `account:${index}`, name: null });
  await Promise.all(all.filter(isKnown).map(add));
  const requestId = () => 'fake-id';
  const { url, close } = await startEndpoint({ store, requestId, faults: [{ delayMs: DELAY_MS, count: CONNECTIONS }] });
  onTestFinished(close);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  onTestFinished(() => agent.destroy());
  let open = 0;
  for (const done of ['created', 'updated']) {
    const asked = all.map((index) => put(url, agent, index));
    const looks = setInterval(() => {
      open = Math.max(open, ...Object.values(agent.sockets).map((sockets) => sockets?.length ?? 0));
    }, 10);
    const answers = await Promise.all(asked);
    clearInterval(looks);
    for (const [index, answer] of answers.entries()) {
      const rejected = `400 {"status_code":400,"http_error_type":"BAD_REQUEST","error_code":"SERVER_ERROR","message":"linked account with id account:${index} does not exist in test environment","request_id":"fake-id"}`;
      const accepted = `200 {"success":true,"message":"Integration - hubspot ${done}"}`;
      assert.equal(answer, isKnown(index) ? accepted : rejected);
    }
  }
  assert.equal(open, CONNECTIONS);
  for (const index of all) {
    assert.equal((await store.listIntegrations('test', `account:${index}`)).length, isKnown(index) ? 1 : 0);
  }
}
