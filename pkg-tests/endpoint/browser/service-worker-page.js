// Sends requests to its own origin, where only the Service Worker answers.
import { endpointCalls } from '../common/endpoint-calls.js';

const taken = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
await navigator.serviceWorker.register('service-worker.js', { type: 'module' });
await taken;
globalThis.__result = JSON.stringify(await endpointCalls(location.origin));
