/** What no option of an endpoint is, is a TypeError that says what to do. */
import type { EndpointOptions } from './options.ts';

type Check = readonly [isRight: (value: unknown) => boolean, words: string];

const isText = (value: unknown): boolean => typeof value === 'string';
const isFunction = (value: unknown): boolean => typeof value === 'function';
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

function oneOf(...values: string[]): Check {
  return [(value) => values.includes(value as string), values.map((value) => `"${value}"`).join(' or ')];
}

const CHECKS = new Map<string, Check>(
  Object.entries({
    store: [
      (value) => isObject(value) && isFunction((value as { putIntegration?: unknown }).putIntegration),
      'a store, such as memoryStore()',
    ],
    key: [(value) => isText(value) || isObject(value), '32 bytes, as a Uint8Array, as base64 or as a CryptoKey'],
    apiKeys: [areTexts, 'an array of strings'],
    environment: oneOf('test', 'production'),
    linkedAccounts: oneOf('known', 'any'),
    customApps: [areTexts, 'an array of strings'],
    verify: [isFunction, 'a function (slug, authType, credentials) that throws what is wrong'],
    shape: oneOf('typed', 'flat'),
    trust: oneOf('all', 'documented'),
    org: [isText, 'a string'],
    cors: [
      (value) => typeof value === 'boolean' || isText(value) || areTexts(value),
      'true, false, an origin such as "http://localhost:5173", or an array of origins',
    ],
    bodyLimit: [(value) => Number.isSafeInteger(value) && (value as number) > 0, 'a whole number of bytes, 1 or more'],
    faults: [Array.isArray, 'an array of faults'],
    random: [isFunction, 'a function such as Math.random'],
    log: [isFunction, 'a function (entry)'],
    onError: [isFunction, 'a function (error)'],
    requestId: [isFunction, 'a function that gives a string'],
    seed: [isObject, 'an object { environments }'],
  } satisfies Record<keyof EndpointOptions, Check>),
);

/** @throws TypeError for an option that there is not, or that has the wrong type; no value is shown. */
export function verifyOptions(options: unknown): asserts options is EndpointOptions {
  if (!isObject(options) || Array.isArray(options)) {
    throw new TypeError('createEndpoint: the options must be an object, such as { linkedAccounts: "any" }.');
  }
  for (const [name, value] of Object.entries(options as object)) {
    const check = CHECKS.get(name);
    if (check === undefined) {
      throw new TypeError(
        `createEndpoint: there is no option "${name}"; the options are ${[...CHECKS.keys()].join(', ')}.`,
      );
    }
    if (value !== undefined && !check[0](value)) {
      throw new TypeError(`createEndpoint: the option "${name}" must be ${check[1]}.`);
    }
  }
}
