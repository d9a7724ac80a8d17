/** Checks the options, and makes flags of them. An unknown option is a TypeError that says what to do. */

import type { Context, FormOptions } from '../types/context.ts';
import type { RowLimits, RowsOptions } from '../types/rows.ts';
import * as flag from './flags.ts';

/** What an option must be. */
export type Rule = readonly [isRight: (value: unknown) => boolean, words: string];
/** The options about headers, which a form does not have. */
type HeaderOption = Exclude<keyof Context, keyof FormOptions>;

const LOOKUP: Rule = [isLookup, 'an array of strings, or an object with has(), such as a Set'];
const TEXTS: Rule = [isTexts, 'an array of strings'];

const FORM_OPTIONS = new Map<string, Rule>(
  Object.entries({
    customApps: TEXTS,
    integrations: LOOKUP,
    verification: [isVerification, '"accepted", or { rejected: "the reason" }'],
    environment: oneOf('test', 'production'),
    requestId: [(value) => typeof value === 'string', 'a string'],
    shape: oneOf('typed', 'flat'),
    trust: oneOf('all', 'documented'),
    hints: [(value) => typeof value === 'boolean', 'true or false'],
    now: [isTime, 'a time in milliseconds since 1970, such as Date.now()'],
  } satisfies Record<keyof FormOptions, Rule>),
);

const OPTIONS = new Map<string, Rule>([
  ...Object.entries({ apiKeys: TEXTS, linkedAccounts: LOOKUP } satisfies Record<HeaderOption, Rule>),
  ...FORM_OPTIONS,
]);

function oneOf(...values: string[]): Rule {
  return [(value) => values.includes(value as string), values.map((value) => `"${value}"`).join(' or ')];
}

function isTexts(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  // Unlike `every`, a loop sees the holes.
  for (const item of value) if (typeof item !== 'string') return false;
  return true;
}

function isLookup(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) ? isTexts(value) : typeof (value as { has?: unknown }).has === 'function';
}

function isVerification(value: unknown): boolean {
  if (value === 'accepted') return true;
  return typeof value === 'object' && value !== null && typeof (value as { rejected?: unknown }).rejected === 'string';
}

function isTime(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value < 2 ** 32 * 1000;
}

function isEncoding(value: unknown): boolean {
  try {
    return typeof value === 'string' && new TextDecoder(value).encoding !== '';
  } catch {
    return false;
  }
}

function isLimits(value: unknown): boolean {
  const LIMITS: Record<keyof RowLimits, true> = { rowBytes: true, nesting: true, cells: true };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([name, limit]) => Object.hasOwn(LIMITS, name) && (limit === undefined || isWholeNumber(limit)),
  );
}

/** Whether it is a whole number from 1 on. */
export function isWholeNumber(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0;
}

function verify(caller: string, options: unknown, known: ReadonlyMap<string, Rule>): void {
  if (options === undefined) return;
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`${caller}: the options must be an object, such as { ${[...known.keys()][0]}: … }.`);
  }
  for (const name in options) {
    const value = (options as Record<string, unknown>)[name];
    const rule = known.get(name);
    if (rule === undefined) {
      throw new TypeError(`${caller}: unknown option "${name}"; the options are ${[...known.keys()].join(', ')}.`);
    }
    if (value !== undefined && !rule[0](value)) {
      throw new TypeError(`${caller}: the option "${name}" must be ${rule[1]}.`);
    }
  }
}

/**
 * The flags of the options.
 *
 * @throws TypeError if an option is unknown or has the wrong type.
 */
export function contextFlags(caller: string, options: Context | undefined): number {
  verify(caller, options, OPTIONS);
  return flagsOf(options);
}

/** The same for the options of a form. */
export function formFlags(caller: string, options: FormOptions | undefined): number {
  verify(caller, options, FORM_OPTIONS);
  return flagsOf(options) | flag.FORM;
}

/**
 * The same for the options of files of rows.
 *
 * @param more - Further options of the caller.
 */
export function rowsFlags(
  caller: string,
  options: RowsOptions | undefined,
  more: Readonly<Record<string, Rule>> = {},
): number {
  if (options === undefined) return 0;
  // Made here, so that a page without files of rows lacks it.
  const { linkedAccounts, customApps, shape, trust, hints, now } = Object.fromEntries(OPTIONS) as Record<string, Rule>;
  const FORMAT = oneOf('ndjson', 'json', 'csv');
  const rules = {
    ...{ linkedAccounts, customApps, shape, trust, hints, now },
    format: FORMAT,
    fallback: FORMAT,
    encoding: [isEncoding, 'a label of TextDecoder that this runtime knows, such as "windows-1252" or "utf-16le"'],
    list: oneOf('rejected', 'hinted', 'all'),
    repair: [(value) => typeof value === 'boolean', 'true or false'],
    limits: [
      isLimits,
      'an object such as { rowBytes: 1048576 }: rowBytes, nesting and cells are whole numbers from 1 on',
    ],
  } satisfies Record<keyof RowsOptions, Rule | undefined> as Record<string, Rule>;
  verify(caller, options, new Map(Object.entries({ ...rules, ...more })));
  return flagsOf(options);
}

/** The time that tokens are compared with. */
export function nowSeconds(context: Pick<Context, 'hints' | 'now'> | undefined): number {
  if (context?.hints === false) return 0;
  return Math.floor((context?.now ?? Date.now()) / 1000);
}

function flagsOf(options: Context | undefined): number {
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
