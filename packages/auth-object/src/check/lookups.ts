/** Lets the WebAssembly instance ask whether the caller's sets have a name. */

import { CallbackGuard } from '../wasm/callback-guard.ts';
import type { InstanceLookups } from '../wasm/glue.ts';
import type { Context, Lookup } from './options.ts';

/** The options that are sets of names. */
type Sets = Pick<Context, 'apiKeys' | 'linkedAccounts' | 'integrations' | 'customApps'>;

/** In the order of crates/wasm/src/lookups.rs, which a test compares. */
const KINDS = ['apiKeys', 'linkedAccounts', 'integrations', 'customApps'] as const satisfies (keyof Sets)[];

/** The sets of one call, or of one file. */
export class Lookups implements InstanceLookups {
  readonly #sets: Sets;
  readonly #guard = new CallbackGuard();

  constructor(sets: Sets) {
    this.#sets = sets;
  }

  /** Called by the instance. */
  has(kind: number, name: string): boolean {
    const option = KINDS[kind] as keyof Sets;
    return this.#guard.call(() => holds(option, this.#sets[option] ?? [], name), true);
  }

  /** Throws what `has()` threw. */
  rethrow(): void {
    this.#guard.rethrow();
  }
}

/**
 * Whether a set has a name.
 *
 * @throws TypeError if `has()` does not answer true or false at once.
 */
export function holds(option: string, lookup: Lookup, name: string): boolean {
  if (Array.isArray(lookup)) return lookup.includes(name);
  const answer: unknown = (lookup as Exclude<Lookup, readonly string[]>).has(name);
  if (typeof answer === 'boolean') return answer;
  throw new TypeError(
    `The option "${option}": has() must answer true or false at once, not ${answer instanceof Promise ? 'a promise' : typeof answer}.`,
  );
}
