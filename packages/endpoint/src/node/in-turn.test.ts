// Pipelined requests: a client that does not read the answers is not read either; one that reads gets all, in order.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished, test } from 'vitest';
import { startEndpoint } from '../entry/node.ts';
import { inTurn } from './in-turn.ts';

const REQUESTS = 5000;
const ANSWER = 'x'.repeat(64 * 1024);

/** A server that counts what it handles. */
async function counting() {
  const counts = { handled: 0 };
  const server = createServer(
    inTurn(async ({ url }, outgoing) => {
      counts.handled += 1;
      await sleep(0);
      outgoing.end(`<${url}>${ANSWER}`);
    }),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, counts };
}

function opened(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  onTestFinished(() => void socket.destroy());
  return socket;
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
const all = Array.from({ length: REQUESTS }, (_, index) => get(`/${index}`)).join('');

test('answers that nobody reads are bounded; when they are read, every request is answered, in order', async () => {
  const { port, counts } = await counting();
  const socket = opened(port).pause();
  socket.write(all);
  for (let before = -1; before !== counts.handled; await sleep(200)) before = counts.handled;
  assert.ok(counts.handled < REQUESTS / 5, `${counts.handled} of ${REQUESTS} were handled`);
  const seen: number[] = [];
  let rest = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    const parts = (rest + text).split(/<\/(\d+)>/);
    rest = (parts.pop() ?? '').slice(-20);
    seen.push(...parts.filter((_, index) => index % 2 === 1).map(Number));
  });
  socket.resume();
  while (seen.length < REQUESTS) await once(socket, 'data');
  assert.deepEqual(
    seen,
    seen.map((_, index) => index),
  );
});

test('a connection that ends leaves nothing behind, and another one goes on', async () => {
  const { port, counts } = await counting();
  const socket = opened(port).pause();
  socket.write(all);
  while (counts.handled === 0) await sleep(10);
  socket.destroy();
  for (let before = -1; before !== counts.handled; await sleep(100)) before = counts.handled;
  assert.ok(counts.handled < REQUESTS / 5);
  assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 200);
});

test('the endpoint handles a few requests of a connection at the same time', async () => {
  let handled = 0;
  const requestId = () => String((handled += 1));
  const { port, close } = await startEndpoint({ requestId, faults: [{ delayMs: 60_000 }] });
  onTestFinished(() => void close());
  const socket = opened(port);
  socket.write(get('/api/v2/public/auth-structure/slack').repeat(1000));
  while (handled === 0) await sleep(10);
  await sleep(200);
  assert.equal(handled, 16);
  assert.equal((await fetch(`http://127.0.0.1:${port}/_local/health`)).status, 200);
  socket.destroy();
});
