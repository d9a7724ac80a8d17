/** What a person wants to know of an endpoint that has just started; on standard error, so that logs are a clean pipe. */

import { ACCOUNT, API_KEY, curl, placeholders } from '@auth-object/reference';
import { app } from 'auth-object';
import { findAuthType } from '../catalog/find-app.ts';
import { colorsFor } from '../command/colors.ts';
import { apiKeys, DOCUMENTED_ACCOUNT, type ServeOptions } from './serve-options.ts';

/** @param url - Without a slash at its end. */
export function banner(url: string, options: ServeOptions): string {
  const { bold, dim } = colorsFor(process.stderr);
  // A pulled schema may have other auth types than the catalogue's.
  const { name: authType, authType: definition } = findAuthType(app('hubspot'), undefined);
  return [
    `${bold('auth-object')} answers at ${bold(url)}`,
    ...accountLines(url, options),
    '',
    'Try:',
    '',
    curl({
      baseUrl: url,
      apiKey: API_KEY,
      account: ACCOUNT,
      slug: 'hubspot',
      authObject: { [authType]: placeholders(definition) },
    }),
    '',
    ...warnings(options).map((text) => `${colorsFor(process.stderr).yellow('warning:')} ${text}`),
    dim('Ctrl-C ends it.'),
    '',
  ].join('\n');
}

/** The endpoint refuses accounts that there are not. */
function accountLines(url: string, { accounts, seed, store }: ServeOptions): string[] {
  if (accounts === 'any') return ['Every linked account is taken for known.'];
  const started = seed === undefined ? `${DOCUMENTED_ACCOUNT} is there` : 'those of the seed are there';
  const known = `Linked accounts: ${started}${store === undefined ? '' : `, and those in ${store}`}.`;
  return [
    `${known} Another is refused until it is created:`,
    '',
    `curl -X POST "${url}/api/v2/public/linked-account" \\`,
    '  -H "x-api-key: YOUR_API_KEY" \\',
    '  -H "Content-Type: application/json" \\',
    `  -d '{ "linked_account_id": "account:12345", "name": "Acme Inc." }'`,
  ];
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

function warnings({ host, store, apiKey, ...options }: ServeOptions): string[] {
  const all: string[] = [];
  if (host !== undefined && !LOOPBACK.test(host)) all.push('other machines can reach this address.');
  if (apiKey !== undefined) {
    all.push('--api-key can be read by every user of this machine; AUTH_OBJECT_API_KEYS (between commas) cannot.');
  }
  if (apiKeys({ ...options, apiKey: apiKey ?? [] }) !== undefined) {
    all.push('only the given keys are valid: put one in the place of YOUR_API_KEY.');
  }
  if (store !== undefined && !process.env.AUTH_OBJECT_KEY) {
    all.push(
      `without AUTH_OBJECT_KEY the credentials in ${store} cannot be read after a restart; \`openssl rand -base64 32\` makes a key.`,
    );
  }
  return all;
}
