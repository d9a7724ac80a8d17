/** Checks the options for files of rows and turns them into flags for the WebAssembly module. */

import { CONTEXT_RULES, flagsOf } from '../check/context-flags.ts';
import { BOOLEAN, checkOptions, type OptionRule, oneOf } from '../check/option-rules.ts';
import type { RowsOptions } from './rows-options.ts';

const FORMAT = oneOf('ndjson', 'json', 'csv');
/** The rule for the encoding of bytes. */
export const ENCODING: OptionRule = [
  isEncoding,
  'a label of TextDecoder that this runtime knows, such as "windows-1252" or "utf-16le"',
];

const FILE_RULES: Readonly<Record<string, OptionRule>> = {
  format: FORMAT,
  fallback: FORMAT,
  encoding: ENCODING,
  list: oneOf('rejected', 'hinted', 'all'),
  repair: BOOLEAN,
  map: [isStringRecord, 'an object with strings, such as { provider: "slug" }'],
  set: [isStringRecord, 'an object with strings, such as { slug: "hubspot" }'],
} satisfies Record<Exclude<keyof RowsOptions, SharedOption>, OptionRule>;

/** The options that a single request has as well. */
type SharedOption = (typeof SHARED)[number];
const SHARED = ['linkedAccounts', 'customApps', 'shape', 'trust', 'hints', 'now', 'limits'] as const;

/**
 * The flags of the options for files of rows.
 *
 * @param caller - The public function, with which the error starts.
 * @param more - Rules for further options of the caller.
 * @throws TypeError if an option is unknown or has the wrong type.
 */
export function rowsFlags(
  caller: string,
  options: RowsOptions | undefined,
  more: Readonly<Record<string, OptionRule>> = {},
): number {
  const shared = SHARED.map((name): [string, OptionRule] => [name, CONTEXT_RULES.get(name) as OptionRule]);
  checkOptions(caller, options, new Map([...shared, ...Object.entries({ ...FILE_RULES, ...more })]));
  return flagsOf(options);
}

function isEncoding(value: unknown): boolean {
  try {
    return typeof value === 'string' && new TextDecoder(value).encoding !== '';
  } catch {
    return false;
  }
}

function isStringRecord(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((item) => typeof item === 'string');
}
