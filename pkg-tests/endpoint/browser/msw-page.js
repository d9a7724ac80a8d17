// Mock Service Worker answers the page's requests to the platform's host.
import { handlers } from '@auth-object/endpoint/msw';
import { setupWorker } from 'msw/browser';
import { ENDPOINT, endpointCalls } from '../common/endpoint-calls.js';

const worker = setupWorker(...handlers(ENDPOINT));
await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
globalThis.__result = JSON.stringify(await endpointCalls('https://app.refold.ai'));
