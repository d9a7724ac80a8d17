// The endpoint as a Service Worker: it answers its pages' requests to the API and ignores all others.
import { createEndpoint } from '@auth-object/endpoint';
import { ENDPOINT } from '../common/endpoint-calls.js';

const handle = createEndpoint(ENDPOINT);
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (new URL(event.request.url).pathname.startsWith('/api/')) event.respondWith(handle(event.request));
});
