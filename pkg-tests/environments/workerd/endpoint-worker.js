// The local endpoint as a worker: made before the first request, when workers may do next to nothing.
import { createEndpoint } from 'auth-object/endpoint';

export default { fetch: createEndpoint({ linkedAccounts: 'any' }) };
