// Measures contenders in turns, so that whatever slows the machine slows all of them.

export const QUICK = globalThis.process?.argv.includes('--quick') ?? false;

/** How long a contender runs first, in ms: until its code is optimised. wasm's second compiler runs in the background. */
const WARM_MS = QUICK ? 300 : 1500;

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Medians of objects of numbers, member by member. */
export function medians(runs) {
  return Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(runs.map((run) => run[key]))]));
}

/**
 * Runs every contender once a round; each round starts with a different one.
 *
 * @param {{ name: string, run: () => number }[]} contenders run: does the work and returns the number of accepted requests
 * @param {{ rounds: number, units: number, warmMs?: number }} options units: calls or rows of one run
 * @returns {{ name: string, ns: number, accepted: number }[]} ns: the median for each unit
 */
export function interleaved(contenders, { rounds, units, warmMs = WARM_MS }) {
  const times = contenders.map(() => []);
  const accepted = contenders.map(({ run }) => {
    const start = performance.now();
    let count = run();
    while (performance.now() - start < warmMs) count = run();
    return count;
  });
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const index = (turn + round) % contenders.length;
      const start = performance.now();
      const count = contenders[index].run();
      times[index].push(performance.now() - start);
      if (count !== accepted[index])
        throw new Error(`${contenders[index].name} accepted ${count}, then ${accepted[index]}`);
    }
  }
  return contenders.map(({ name }, index) => ({
    name,
    ns: (median(times[index]) * 1e6) / units,
    accepted: accepted[index],
  }));
}
