/** The caller's sets of names as the instance asks for them. */
import { ended, failIfEnded } from './engine.js';
import type { Asked } from './glue.js';
import type { Context, Lookup } from './types/context.js';

/** The options that are sets of names. */
type Sets = Pick<Context, 'apiKeys' | 'linkedAccounts' | 'integrations' | 'customApps'>;

/** By the numbers of crates/wasm/src/lookups.rs. */
const KINDS = ['apiKeys', 'linkedAccounts', 'integrations', 'customApps'] as const satisfies (keyof Sets)[];

/** What `has()` throws must not pass through the instance, so it is kept and thrown after the call. */
export class Lookups implements Asked {
  readonly #sets: Sets;
  readonly #ended = ended;
  #failure: { readonly error: unknown } | undefined;

  constructor(sets: Sets) {
    this.#sets = sets;
  }

  /** Called by the instance. */
  has(kind: number, name: string): boolean {
    const option = KINDS[kind] as keyof Sets;
    let answer = true;
    try {
      if (this.#failure === undefined) answer = holds(option, this.#sets[option] ?? [], name);
    } catch (error) {
      this.#failure = { error };
    }
    failIfEnded(this.#ended);
    return answer;
  }

  /** Throws what `has()` threw. */
  rethrow(): void {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure.error;
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
