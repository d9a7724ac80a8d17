/** Faults as text: on the command line and in a request's header. */
import { type Fault, verifyFault } from './faults.ts';

/** The names in a text, and what they set. */
const NAMES = { share: 'share', count: 'count', delay: 'delayMs', 'retry-after': 'retryAfterS' } as const;

const FORM =
  'must look like "429", "429:0.1" (a tenth of the requests) or "500; count=3; delay=200; retry-after=5" (delay in ms, retry-after in s)';

/**
 * Reads `STATUS`, `STATUS:SHARE` and `; NAME=NUMBER` after it, or `delay=MS` alone.
 *
 * @param text - For instance `429:0.1`, `503; count=2; retry-after=5`, `delay=200`.
 * @throws TypeError where it has another form, or a number is out of its range; the message says the form.
 *
 * @example
 * ```ts
 * createEndpoint({ faults: [parseFault("429:0.1"), parseFault("delay=200")] });
 * ```
 */
export function parseFault(text: string): Fault {
  const fault: { -readonly [key in keyof Fault]: number } = {};
  for (const [index, part] of text.split(';').entries()) {
    const [, status, share] = part.match(/^\s*(\d{3})(?::([\d.]+))?\s*$/) ?? [];
    const [, name, value] = part.match(/^\s*([a-z-]+)\s*=\s*([\d.]+)\s*$/) ?? [];
    if (index === 0 && status !== undefined) {
      fault.status = Number(status);
      if (share !== undefined) fault.share = Number(share);
      continue;
    }
    const key = name !== undefined && Object.hasOwn(NAMES, name) ? NAMES[name as keyof typeof NAMES] : undefined;
    if (key === undefined || key in fault) throw new TypeError(`auth-object: a fault ${FORM}.`);
    fault[key] = Number(value);
  }
  verifyFault(fault, 'a fault');
  return fault;
}
