/** What a fault is. */
import * as v from 'valibot';
import { object, wholeNumber } from '../options/check-options.ts';

/**
 * A failure that requests get, to test how a client handles it. It needs a `status`, a `delayMs`, or both.
 *
 * @example
 * ```ts
 * const tooMany: Fault = { status: 429, share: 0.1, retryAfterS: 5 };
 * const slow: Fault = { delayMs: 200 };
 * ```
 */
export interface Fault {
  /** The HTTP status to answer with, 400 to 599, instead of handling the request. */
  readonly status?: number | undefined;
  /** The share of requests that get the fault, 0 to 1. @defaultValue 1 */
  readonly share?: number | undefined;
  /** How many requests get the fault; later ones do not. @defaultValue no limit */
  readonly count?: number | undefined;
  /** How long to wait before the answer, in milliseconds, at most 3600000 (1 hour). Without `status` the real answer follows. */
  readonly delayMs?: number | undefined;
  /** The `Retry-After` header, in seconds (RFC 9110, 10.2.3). @defaultValue 1 if the status is 429, else no header */
  readonly retryAfterS?: number | undefined;
}

const LONGEST_DELAY_MS = 3_600_000;
const SHARE = 'must be a number from 0 to 1';

export const faultSchema = v.pipe(
  object(
    {
      status: v.optional(wholeNumber(400, 599)),
      share: v.optional(v.pipe(v.number(SHARE), v.minValue(0, SHARE), v.maxValue(1, SHARE))),
      count: v.optional(wholeNumber(0)),
      delayMs: v.optional(wholeNumber(0, LONGEST_DELAY_MS)),
      retryAfterS: v.optional(wholeNumber(0)),
    },
    'such as { status: 429, share: 0.1 }',
  ),
  v.check(({ status, delayMs }) => status !== undefined || delayMs !== undefined, 'must have a status or a delayMs'),
);
