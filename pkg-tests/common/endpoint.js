// Runs the local endpoint in this runtime, with the runtime's own server if it has one, and prints the answers.
import { createEndpoint } from '@auth-object/endpoint';
import { ENDPOINT, endpointCalls } from './endpoint-calls.js';

const handle = createEndpoint(ENDPOINT);
const print = async (...asked) => console.log(JSON.stringify(await endpointCalls(...asked)));

if (globalThis.Bun !== undefined) {
  const server = globalThis.Bun.serve({ hostname: '127.0.0.1', port: 0, fetch: handle });
  await print(`http://127.0.0.1:${server.port}`);
  await server.stop(true);
} else if (globalThis.Deno !== undefined) {
  const server = globalThis.Deno.serve({ hostname: '127.0.0.1', port: 0, onListen() {} }, handle);
  await print(`http://127.0.0.1:${server.addr.port}`);
  await server.shutdown();
} else {
  await print('http://localhost', handle);
}
