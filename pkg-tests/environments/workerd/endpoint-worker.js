// The local endpoint as a worker. It is created before the first request, when workers may do very little.
import { createEndpoint } from '@auth-object/endpoint';
import { ENDPOINT } from './common/endpoint-calls.js';
import { registeredApp } from './common/registered-app.js';

const handle = createEndpoint(ENDPOINT);

export default {
  async fetch(request) {
    return request.url.endsWith('/registered') ? Response.json(await registeredApp()) : handle(request);
  },
};
