/** What is printed when the endpoint has started; on standard error, so that a pipe gets only the log. */
import { ACCOUNT, API_KEY, curl, placeholders } from '@auth-object/reference';
import { app } from 'auth-object';
import { findAuthType } from '../catalog/find-app.ts';
import { colorsFor } from '../command/colors.ts';
import { printable, printableLines } from '../command/printable.ts';
import { apiKeys, DOCUMENTED_ACCOUNT, type ServeOptions } from './serve-options.ts';

/** @param url - Without a slash at its end. */
export function banner(url: string, options: ServeOptions): string {
  const { bold, dim, yellow } = colorsFor(process.stderr);
  // A pulled schema may have other auth types than the catalogue's.
  const { name: authType, authType: definition } = findAuthType(app('hubspot'), undefined);
  return [
    `${bold('auth-object')} answers at ${bold(url)}`,
    ...accountLines(url, options),
    '',
    'Try:',
    '',
    printableLines(
      curl({
        baseUrl: url,
        apiKey: API_KEY,
        account: ACCOUNT,
        slug: 'hubspot',
        authObject: { [authType]: placeholders(definition) },
      }),
    ),
    '',
    ...warnings(options).map((text) => `${yellow('warning:')} ${text}`),
    dim('Press Ctrl-C to stop.'),
    '',
  ].join('\n');
}

/** The endpoint rejects unknown accounts. */
function accountLines(url: string, { accounts, seed, store }: ServeOptions): string[] {
  if (accounts === 'any') return ['Every linked account exists.'];
  const first = seed === undefined ? DOCUMENTED_ACCOUNT : 'those of the seed';
  const existing = `Linked accounts: ${first}${store === undefined ? '' : `, and those in ${printable(store)}`}.`;
  return [
    `${existing} Others are rejected until you create them:`,
    '',
    `curl -X POST "${url}/api/v2/public/linked-account" \\`,
    '  -H "x-api-key: YOUR_API_KEY" \\',
    '  -H "Content-Type: application/json" \\',
    `  -d '{ "linked_account_id": "account:12345", "name": "Acme Inc." }'`,
  ];
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

function warnings({ host, store, apiKey }: ServeOptions): string[] {
  const all: string[] = [];
  if (host !== undefined && !LOOPBACK.test(host)) {
    all.push('Other machines can reach this address. If they use a host name, allow it with --allow-host NAME.');
  }
  if (apiKey !== undefined) {
    all.push('Every user of this machine can read --api-key. Set AUTH_OBJECT_API_KEYS instead, separated by commas.');
  }
  if (apiKeys({ apiKey: apiKey ?? [] }) !== undefined) {
    all.push('Only the given API keys are valid. Replace YOUR_API_KEY by one of them.');
  }
  if (store !== undefined && !process.env.AUTH_OBJECT_KEY) {
    all.push(
      `Without AUTH_OBJECT_KEY nobody can read the credentials in ${printable(store)} after a restart. Create a key with "openssl rand -base64 32".`,
    );
  }
  return all;
}
