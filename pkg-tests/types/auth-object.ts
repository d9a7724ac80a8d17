// AuthObject of an app: what compiles is what the endpoint accepts; each @ts-expect-error must be an error.
import type { AuthObject, AuthTypeOf, Slug } from 'auth-object';
import type { Equal, True } from './equal.js';

export type AuthTypes = True<Equal<AuthTypeOf<'netsuite'>, 'keybased' | 'oauth2'>>;

export const typed: AuthObject<'netsuite'> = {
  keybased: {
    account_id: 'fake-1',
    consumer_key: 'fake-2',
    consumer_secret: 'fake-3',
    token_id: 'fake-4',
    token_secret: 'fake-5',
  },
};

export const flat: AuthObject<'netsuite'> = { account_id: 'fake-1', refresh_token: 'fake-2' };

export const certificate: AuthObject<'netsuite'> = {
  oauth2: { account_id: 'fake-1', client_id: 'fake-2', certificate_id: 'fake-3', private_key: 'fake-4' },
};

export const misspelt: AuthObject<'netsuite'> = {
  keybased: {
    account_id: 'fake-1',
    // @ts-expect-error consumer_key is misspelt
    consumerKey: 'fake-2',
    consumer_secret: 'fake-3',
    token_id: 'fake-4',
    token_secret: 'fake-5',
  },
};

export const misspeltFlat: AuthObject<'copper'> = {
  // @ts-expect-error api_token is misspelt
  api_tokn: 'fake-1',
  email: 'fake@example.com',
};

// @ts-expect-error email is missing
export const missing: AuthObject<'copper'> = { keybased: { api_token: 'fake-1' } };

// @ts-expect-error a token is a string
export const notText: AuthObject<'copper'> = { keybased: { api_token: 1, email: 'fake@example.com' } };

// @ts-expect-error one of the tokens is needed
export const noToken: AuthObject<'gmail'> = { oauth2: {} };

// @ts-expect-error copper has no such auth type
export const otherType: AuthObject<'copper'> = { oauth2: { access_token: 'fake-1' } };

// @ts-expect-error one auth type at a time
export const bothTypes: AuthObject<'netsuite'> = {
  oauth2: { account_id: 'fake-1', access_token: 'fake-2' },
  keybased: {
    account_id: 'fake-1',
    consumer_key: 'fake-2',
    consumer_secret: 'fake-3',
    token_id: 'fake-4',
    token_secret: 'fake-5',
  },
};

// @ts-expect-error the fields of two shapes
export const bothShapes: AuthObject<'copper'> = {
  api_token: 'fake-1',
  email: 'e',
  keybased: { api_token: 'f', email: 'e' },
};

// @ts-expect-error the catalogue has no such app
export const unknownApp: Slug = 'netsuit';

export function knownApp(slug: Slug): string {
  return slug;
}
