/** How large a request and a registered app may be. */

import { DEFAULT_LIMITS } from '../generated/limits.ts';
import { isCount, type OptionRule } from './option-rules.ts';

/**
 * How large a request, which is a body or a row of a file, and a registered app may be. The limits keep time and memory
 * small; they are our own, not the endpoint's, which are not documented. A body that exceeds one is rejected with
 * `invalid_json`, a row with `too_large`, and an app with a `TypeError`. docs/limits.md has all limits.
 *
 * @example
 * ```ts
 * const limits: Limits = { requestBytes: 1024 * 1024, nesting: 32 };
 * ```
 */
export interface Limits {
  /** The length of a body or a row in bytes of UTF-8, and of a slug beside a body. @defaultValue 16777216 (16 MiB) */
  readonly requestBytes?: number | undefined;
  /** How many objects and arrays of a request may be inside each other. @defaultValue 16384 */
  readonly nesting?: number | undefined;
  /** The number of keys in all objects of a request together. @defaultValue 1048576 */
  readonly keys?: number | undefined;
  /** The number of cells of a row of CSV. @defaultValue 16384 */
  readonly cells?: number | undefined;
  /** The number of auth structures that can be registered. One that was replaced counts as well. @defaultValue 10000 */
  readonly apps?: number | undefined;
  /** The length of the slug and the auth structure of a registered app in bytes. @defaultValue 65536 (64 KiB) */
  readonly appBytes?: number | undefined;
}

/** Every limit with its value. */
export type AllLimits = Readonly<Record<keyof Limits, number>>;

const NAMES = Object.keys(DEFAULT_LIMITS) as (keyof Limits)[];

/** The rule of the option `limits`. */
export const LIMITS_RULE: OptionRule = [
  isLimits,
  `an object such as { requestBytes: 1048576 }: ${NAMES.join(', ')} are whole numbers from 1 on`,
];

/** The largest length in WebAssembly, more than any request has. */
const MOST = 2 ** 32 - 1;

function isLimits(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  // Inherited limits are read as well.
  for (const name in value) {
    const limit = (value as Record<string, unknown>)[name];
    if (!NAMES.includes(name as keyof Limits) || (limit !== undefined && !isCount(limit))) return false;
  }
  return true;
}

/** Every limit: those that are given, and the defaults of the others. */
export function allLimits(given: Limits | undefined): AllLimits {
  if (given === undefined) return DEFAULT_LIMITS;
  const most = (name: keyof Limits) => Math.min(given[name] ?? DEFAULT_LIMITS[name], MOST);
  return {
    requestBytes: most('requestBytes'),
    nesting: most('nesting'),
    keys: most('keys'),
    cells: most('cells'),
    apps: most('apps'),
    appBytes: most('appBytes'),
  };
}
