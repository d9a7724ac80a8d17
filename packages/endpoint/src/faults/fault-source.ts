/** Faults on demand: what a client must bear, made when a test wants it. */

/** A fault that requests meet. At least one of `status` and `delayMs` is there. */
export interface Fault {
  /** Answered in the place of the real answer, before the request is read: 400 to 599. */
  readonly status?: number | undefined;
  /** Of so many requests, between 0 and 1. @defaultValue 1 */
  readonly share?: number | undefined;
  /** At most so many times; then it is over. @defaultValue without end */
  readonly count?: number | undefined;
  /** The answer waits so long, in milliseconds; without a `status` it is the real one. At most an hour. */
  readonly delayMs?: number | undefined;
  /** The `Retry-After` header, in seconds (RFC 9110, 10.2.3). @defaultValue 1 with a 429, else none */
  readonly retryAfterS?: number | undefined;
}

/** What one request meets. */
export interface FaultNow {
  readonly delayMs: number;
  /** `undefined`: the real answer. */
  readonly status: number | undefined;
  readonly retryAfterS: number | undefined;
}

/** The header by which one request asks for its own fault. */
export const FAULT_HEADER = 'x-auth-object-fail';

const LONGEST_DELAY_MS = 3_600_000;
const KNOWN = ['status', 'share', 'count', 'delayMs', 'retryAfterS'];

/**
 * Numbers from 0 to less than 1, the same ones for the same seed (mulberry32), so that a test can be run again.
 *
 * @param seed - A whole number; its last 32 bits count.
 *
 * @example
 * ```ts
 * createEndpoint({ faults: [{ status: 429, share: 0.1 }], random: seededRandom(42) });
 * ```
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Decides what each request meets: the delays of all faults that it meets together, the status of the first one that
 * has one. A fault with a share draws by itself, for each request.
 */
export class FaultSource {
  readonly #faults: readonly Fault[];
  readonly #random: () => number;
  /** How often each may still be met. */
  #left: number[] = [];

  /**
   * @param random - From 0 to less than 1, as `Math.random`.
   * @throws TypeError for a fault that is none, with its place.
   */
  constructor(faults: readonly Fault[], random: () => number) {
    if (!Array.isArray(faults)) throw new TypeError('auth-object: the option "faults" must be an array of faults.');
    for (const [index, fault] of faults.entries()) verifyFault(fault, `faults[${index}]`);
    this.#faults = faults;
    this.#random = random;
    this.restart();
  }

  /** Counts from the start again. */
  restart(): void {
    this.#left = this.#faults.map(({ count }) => count ?? Number.POSITIVE_INFINITY);
  }

  /**
   * @param own - The one that the request asked for itself; it comes first.
   * @returns `undefined` where it meets none.
   */
  next(own?: Fault): FaultNow | undefined {
    let delayMs = 0;
    let answered: Fault | undefined;
    const meet = (fault: Fault) => {
      delayMs += fault.delayMs ?? 0;
      if (fault.status !== undefined) answered ??= fault;
    };
    if (own !== undefined) meet(own);
    for (const [index, fault] of this.#faults.entries()) {
      const rest = this.#left[index] ?? 0;
      // What is answered already uses up no fault that would answer too.
      if (rest === 0 || (answered !== undefined && fault.status !== undefined)) continue;
      if (this.#random() >= (fault.share ?? 1)) continue;
      this.#left[index] = rest - 1;
      meet(fault);
    }
    if (answered === undefined && delayMs === 0) return undefined;
    const { status, retryAfterS } = answered ?? {};
    return { delayMs, status, retryAfterS: retryAfterS ?? (status === 429 ? 1 : undefined) };
  }
}

/**
 * @param place - What the message calls it.
 * @throws TypeError that names the place and the way out; it shows no value.
 */
export function verifyFault(fault: Fault, place: string): void {
  const wrong = (what: string): never => {
    throw new TypeError(`auth-object: ${place}${what}`);
  };
  if (typeof fault !== 'object' || fault === null) wrong(' must be an object such as { status: 429, share: 0.1 }.');
  if (Object.keys(fault).some((key) => !KNOWN.includes(key)))
    wrong(` has an unknown key; known are ${KNOWN.join(', ')}.`);
  const number = (key: keyof Fault, from: number, to: number, whole: boolean) => {
    const value = fault[key];
    if (value === undefined) return;
    const fits = typeof value === 'number' && value >= from && value <= to && (!whole || Number.isInteger(value));
    const range = Number.isFinite(to) ? `${from} to ${to}` : `${from} on`;
    if (!fits) wrong(` must have a ${whole ? 'whole ' : ''}${key} from ${range}.`);
  };
  number('status', 400, 599, true);
  number('share', 0, 1, false);
  number('count', 0, Number.POSITIVE_INFINITY, true);
  number('delayMs', 0, LONGEST_DELAY_MS, true);
  number('retryAfterS', 0, Number.MAX_SAFE_INTEGER, true);
  if (fault.status === undefined && fault.delayMs === undefined) wrong(' must have a status or a delayMs.');
}
