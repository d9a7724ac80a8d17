// The local endpoint, with types for the classes of fetch.
import {
  createEndpoint,
  type EndpointOptions,
  memoryStore,
  openCredentials,
  parseFault,
  type Store,
} from '@auth-object/endpoint';
import { startEndpoint } from '@auth-object/endpoint/node';

const store: Store = memoryStore();
const options: EndpointOptions = {
  store,
  linkedAccounts: 'any',
  verify: async (slug, authType, { access_token: token }) => {
    if (token === slug) throw new Error(authType);
  },
  faults: [parseFault('429:0.1'), { status: 500, count: 1 }],
  log: ({ path, status, ms }) => console.log(path, status.toFixed(), ms.toFixed()),
  key: new Uint8Array(32),
};

export const handle: (request: Request) => Promise<Response> = createEndpoint(options);
export const url: Promise<string> = startEndpoint({ port: 0, ...options }).then((running) => running.url);
export const opened: Promise<Record<string, string> | undefined> = openCredentials({
  ...{ store, key: 'fake', linkedAccountId: 'account:12345', slug: 'hubspot' },
});

export async function withKey(): Promise<void> {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(32), 'AES-GCM', false, ['encrypt', 'decrypt']);
  createEndpoint({ key });
}

// @ts-expect-error an unknown value
createEndpoint({ linkedAccounts: 'all' });
// @ts-expect-error an unknown option
createEndpoint({ linkedAccount: 'any' });
// @ts-expect-error a port is a number
startEndpoint({ port: '4010' });
