// Fresh Node processes: from the import to the first verdict.
import { FILES } from '../contenders/all.mjs';
import { inTurns } from '../context.mjs';
import { medians, QUICK } from '../measure.mjs';

export const title = 'Starts';

const ROUNDS = QUICK ? 3 : 9;

/** @param {import('../context.mjs').Context} context */
export async function measure({ inProcess }) {
  const names = Object.keys(FILES);
  const runs = ['all', 'one'].flatMap((which) => names.map((name) => () => inProcess('start.mjs', name, which)));
  const parts = () => inProcess('start-parts.mjs');
  const results = await inTurns(ROUNDS, [...runs, parts], 'starts');
  const contenders = names.map((name, index) => ({
    name,
    all: medians(results[index]),
    one: medians(results[names.length + index]),
  }));
  return { rounds: ROUNDS, contenders, parts: medians(results.at(-1)) };
}
