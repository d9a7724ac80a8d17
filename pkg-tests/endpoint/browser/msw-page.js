// Mock Service Worker answers the page's requests to the platform's host.
import { handlers } from '@auth-object/endpoint/msw';
import { setupWorker } from 'msw/browser';
import { endpointCalls } from '../common/endpoint-calls.js';

const worker = setupWorker(...handlers({ linkedAccounts: 'any' }));
await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
globalThis.__result = JSON.stringify(await endpointCalls('https://app.refold.ai'));
