/**
 * Random numbers that are the same for the same seed (mulberry32), so that a test with random faults can be repeated.
 *
 * @param seed - A whole number; its lowest 32 bits count.
 * @returns a function like `Math.random`: each call gives a number from 0 up to, but not including, 1.
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
