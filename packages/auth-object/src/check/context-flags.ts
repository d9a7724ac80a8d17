/** Checks the options of one request and turns them into flags for the WebAssembly module. */

import * as flag from './flags.ts';
import { LIMITS_RULE } from './limits.ts';
import { BOOLEAN, checkOptions, LOOKUP, type OptionRule, oneOf, STRINGS } from './option-rules.ts';
import type { Context, FormOptions } from './options.ts';

/** The options about headers, which a form does not have. */
type HeaderOption = Exclude<keyof Context, keyof FormOptions>;

const FORM_RULES = new Map<string, OptionRule>(
  Object.entries({
    customApps: STRINGS,
    integrations: LOOKUP,
    verification: [isVerification, '"accepted", or { rejected: "the reason" }'],
    environment: oneOf('test', 'production'),
    requestId: [(value) => typeof value === 'string', 'a string'],
    shape: oneOf('typed', 'flat'),
    trust: oneOf('all', 'documented'),
    hints: BOOLEAN,
    now: [isTime, 'a time in milliseconds since 1970, such as Date.now()'],
    limits: LIMITS_RULE,
  } satisfies Record<keyof FormOptions, OptionRule>),
);

/** The rules of all options of a {@link Context}. */
export const CONTEXT_RULES: ReadonlyMap<string, OptionRule> = new Map([
  ...Object.entries({ apiKeys: STRINGS, linkedAccounts: LOOKUP } satisfies Record<HeaderOption, OptionRule>),
  ...FORM_RULES,
]);

function isVerification(value: unknown): boolean {
  if (value === 'accepted') return true;
  return typeof value === 'object' && value !== null && typeof (value as { rejected?: unknown }).rejected === 'string';
}

function isTime(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value < 2 ** 32 * 1000;
}

/**
 * The flags of the options of `checkRequest`.
 *
 * @throws TypeError if an option is unknown or has the wrong type.
 */
export function contextFlags(caller: string, options: Context | undefined): number {
  checkOptions(caller, options, CONTEXT_RULES);
  return flagsOf(options);
}

/** The same for the options of a form. */
export function formFlags(caller: string, options: FormOptions | undefined): number {
  checkOptions(caller, options, FORM_RULES);
  return flagsOf(options) | flag.FORM;
}

/** The time with which expiry dates in tokens are compared, in seconds since 1970. */
export function nowSeconds(options: Pick<Context, 'hints' | 'now'> | undefined): number {
  if (options?.hints === false) return 0;
  return Math.floor((options?.now ?? Date.now()) / 1000);
}

/** The flags of options that were checked. */
export function flagsOf(options: Context | undefined): number {
  if (options === undefined) return 0;
  let flags = 0;
  if (options.shape !== undefined) flags |= options.shape === 'typed' ? flag.TYPED : flag.FLAT;
  if (options.trust === 'documented') flags |= flag.DOCUMENTED;
  if (options.hints === false) flags |= flag.NO_HINTS;
  if (options.environment !== undefined) flags |= options.environment === 'test' ? flag.TEST : flag.PRODUCTION;
  if (options.verification !== undefined) flags |= options.verification === 'accepted' ? flag.VERIFIED : flag.REJECTED;
  if (options.apiKeys !== undefined) flags |= flag.API_KEYS;
  if (options.linkedAccounts !== undefined) flags |= flag.LINKED_ACCOUNTS;
  if (options.integrations !== undefined) flags |= flag.INTEGRATIONS;
  if (options.customApps !== undefined) flags |= flag.CUSTOM_APPS;
  return flags;
}
