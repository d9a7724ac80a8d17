// The endpoint as a Service Worker: it answers what its pages ask of the API, and nothing else.
import { createEndpoint } from 'auth-object/endpoint';

const handle = createEndpoint({ linkedAccounts: 'any' });
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (new URL(event.request.url).pathname.startsWith('/api/')) event.respondWith(handle(event.request));
});
