/** Which values the options of an endpoint may have. */
import type { Limits } from 'auth-object';
import * as v from 'valibot';
import { isKey, KEY_SHAPE } from '../credentials/credential-cipher.ts';
import { faultSchema } from '../faults/fault.ts';
import { isBlank } from '../http/caller.ts';
import { isOrigin } from '../http/cors.ts';
import { seedSchema } from '../seed/seed-schema.ts';
import type { Store } from '../stores/store.ts';
import { callback, object, oneOf, STRINGS, strings, wholeNumber } from './check-options.ts';
import type { EndpointOptions } from './endpoint-options.ts';

const METHODS: readonly (keyof Store)[] = [
  ...(['getAccount', 'listAccounts', 'addAccount', 'upsertAccount', 'deleteAccount'] as const),
  ...(['listIntegrations', 'putIntegration', 'clear'] as const),
];

export const storeSchema = v.custom<Store>(isStore, 'must be a store, such as memoryStore()');
export const keySchema = v.custom<NonNullable<EndpointOptions['key']>>(isKey, `must be ${KEY_SHAPE}`);
export const environmentSchema = oneOf('test', 'production');

const CORS = 'must be true, false, an origin such as "http://localhost:5173", or an array of origins';
const ORIGIN =
  'must be an origin, such as "http://localhost:5173", or "*" for all; name each origin separately, without a path or a pattern';
const origin = v.pipe(v.string(CORS), v.check(isOrigin, ORIGIN));
/** Unlike a union, it says what is wrong with the one that is meant. */
const corsSchema = v.lazy((value) => {
  if (Array.isArray(value)) return v.array(origin, CORS);
  return typeof value === 'boolean' ? v.boolean() : origin;
});

const BLANK_KEY = 'must not be blank; to accept any key, leave out apiKeys';
const apiKey = v.pipe(
  v.string(STRINGS),
  v.check((key) => !isBlank(key), BLANK_KEY),
);

const limit = v.optional(wholeNumber(1));
const limitsSchema = object(
  { requestBytes: limit, nesting: limit, keys: limit, cells: limit, apps: limit, appBytes: limit } satisfies Record<
    keyof Limits,
    v.GenericSchema<unknown, unknown>
  >,
  'such as { requestBytes: 1048576 }',
);

/** The options of `createEndpoint`, which are options of `startEndpoint` and `handlers` too. */
export const endpointEntries = {
  store: v.optional(storeSchema),
  key: v.optional(keySchema),
  apiKeys: v.optional(v.array(apiKey, STRINGS)),
  environment: v.optional(environmentSchema),
  linkedAccounts: v.optional(oneOf('known', 'any')),
  customApps: v.optional(strings),
  verify: v.optional(callback('(slug, authType, credentials) that throws if the provider rejects them')),
  shape: v.optional(oneOf('typed', 'flat')),
  trust: v.optional(oneOf('all', 'documented')),
  org: v.optional(v.string('must be a string')),
  cors: v.optional(corsSchema),
  limits: v.optional(limitsSchema),
  faults: v.optional(v.array(faultSchema, 'must be an array of faults')),
  random: v.optional(callback('such as Math.random')),
  log: v.optional(callback('(entry)')),
  onError: v.optional(callback('(error)')),
  requestId: v.optional(callback('that returns a string')),
  seed: v.optional(seedSchema),
} satisfies Record<keyof EndpointOptions, v.GenericSchema<unknown, unknown>>;

export const endpointSchema = object(endpointEntries, 'such as { linkedAccounts: "any" }');

function isStore(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return METHODS.every((name) => typeof (value as Partial<Store>)[name] === 'function');
}
