// One call each: objects and JSON texts.
import { agreed } from '../agreed.mjs';

export const title = 'Calls';

/** @param {import('../context.mjs').Context} context */
export async function measure({ ask }) {
  const { differences, ...calls } = await ask('Objects and texts', 'calls.mjs');
  const [difference] = differences;
  if (difference) throw new Error(`${difference.name} is wrong about ${difference.fault}: ${difference.text}`);
  agreed(calls.works);
  return calls;
}
