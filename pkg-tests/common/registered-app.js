// Registers an app in the library, and asks a local endpoint for it: both must use one instance of the library.
import { createEndpoint } from '@auth-object/endpoint';
import { registerApp } from 'auth-object';

const API = 'http://localhost/api/v2/public';
const HEADERS = { 'x-api-key': 'tk_fake_1', linked_account_id: 'account:12345' };
const BODY = { slug: 'fake-registered', auth_object: { keybased: { api_key: 'fake-key' } } };

/** @returns {Promise<[number, unknown][]>} the status and the body of both answers */
export async function registeredApp() {
  const handle = createEndpoint({ linkedAccounts: 'any' });
  registerApp(BODY.slug, { keybased: { api_key: 'string' } });
  const ask = async (path, options) => {
    const answer = await handle(new Request(API + path, { headers: HEADERS, ...options }));
    return [answer.status, await answer.json()];
  };
  return [
    await ask('/migrate-token', { method: 'PUT', body: JSON.stringify(BODY) }),
    await ask(`/auth-structure/${BODY.slug}`),
  ];
}
