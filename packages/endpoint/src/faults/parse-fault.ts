/** Faults as a string, for the command line and a request's header. */
import * as v from 'valibot';
import { OptionError } from '../errors.ts';
import { checkArgument } from '../options/check-options.ts';
import { type Fault, faultSchema } from './fault.ts';

/** The names in the string, and the properties that they set. */
const NAMES = { share: 'share', count: 'count', delay: 'delayMs', 'retry-after': 'retryAfterS' } as const;

const FORM =
  'must look like "429", "429:0.1" (a tenth of the requests) or "500; count=3; delay=200; retry-after=5" (delay in ms, retry-after in s)';

/**
 * Reads a fault from a string: `STATUS`, `STATUS:SHARE`, either followed by any of `; count=N`, `; delay=MS`,
 * `; retry-after=S` and `; share=SHARE`, or these without a status.
 *
 * @param text - Such as `429:0.1`, `503; count=2; retry-after=5` or `delay=200`.
 * @throws OptionError if the string has another form or a number is out of range. The message does not quote it.
 *
 * @example
 * ```ts
 * createEndpoint({ faults: [parseFault("429:0.1"), parseFault("delay=200")] });
 * ```
 */
export function parseFault(text: string): Fault {
  const fault: { -readonly [key in keyof Fault]: number } = {};
  const parts = checkArgument('parseFault', 'fault', v.string(FORM), text).split(';');
  for (const [index, part] of parts.entries()) {
    const [, status, share] = part.match(/^\s*(\d{3})(?::([\d.]+))?\s*$/) ?? [];
    const [, name, value] = part.match(/^\s*([a-z-]+)\s*=\s*([\d.]+)\s*$/) ?? [];
    if (index === 0 && status !== undefined) {
      fault.status = Number(status);
      if (share !== undefined) fault.share = Number(share);
      continue;
    }
    const key = name !== undefined && Object.hasOwn(NAMES, name) ? NAMES[name as keyof typeof NAMES] : undefined;
    if (key === undefined || key in fault) {
      throw new OptionError('parseFault', 'invalid_option', 'fault', `the fault ${FORM}`);
    }
    // biome-ignore lint/plugin: the key is one of NAMES.
    fault[key] = Number(value);
  }
  return checkArgument('parseFault', 'fault', faultSchema, fault);
}
