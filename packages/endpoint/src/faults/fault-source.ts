/** Decides which requests get a fault. */
import type { Fault } from './fault.ts';

/** The effect of all faults that one request gets. */
export interface FaultEffect {
  readonly delayMs: number;
  /** `undefined`: the real answer follows the delay. */
  readonly status: number | undefined;
  readonly retryAfterS: number | undefined;
}

/**
 * The delays of all faults that a request gets add up; the status is that of the first fault with one. For each fault
 * with a `share`, each request draws a number of its own.
 */
export class FaultSource {
  readonly #faults: readonly Fault[];
  readonly #random: () => number;
  /** How many more requests get each fault. */
  #left: number[] = [];

  /** @param random - Such as `Math.random`. */
  constructor(faults: readonly Fault[], random: () => number) {
    this.#faults = faults;
    this.#random = random;
    this.restart();
  }

  /** Counts from the start again. */
  restart(): void {
    this.#left = this.#faults.map(({ count }) => count ?? Number.POSITIVE_INFINITY);
  }

  /**
   * @param requested - The fault that the request asked for itself; it comes first.
   * @returns `undefined` if the request gets no fault.
   */
  next(requested?: Fault): FaultEffect | undefined {
    let delayMs = 0;
    let answering: Fault | undefined;
    const add = (fault: Fault) => {
      delayMs += fault.delayMs ?? 0;
      if (fault.status !== undefined) answering ??= fault;
    };
    if (requested !== undefined) add(requested);
    for (const [index, fault] of this.#faults.entries()) {
      const left = this.#left[index] ?? 0;
      // A request that already has a status does not use up the count of a second one.
      if (left === 0 || (answering !== undefined && fault.status !== undefined)) continue;
      if (this.#random() >= (fault.share ?? 1)) continue;
      this.#left[index] = left - 1;
      add(fault);
    }
    if (answering === undefined && delayMs === 0) return undefined;
    const { status, retryAfterS } = answering ?? {};
    return { delayMs, status, retryAfterS: retryAfterS ?? (status === 429 ? 1 : undefined) };
  }
}
