/** The caller's lookup as the instance asks it. */
import { holds } from './context.js';
import type { Lookup } from './types/context.js';

/** An exception must not pass through the instance, so it is kept and thrown afterwards. */
export class Accounts {
  readonly #lookup: Lookup;
  #failure: { readonly error: unknown } | undefined;

  constructor(lookup: Lookup) {
    this.#lookup = Array.isArray(lookup) ? new Set(lookup) : lookup;
  }

  /** Whether the caller knows the account; called by the instance. */
  has(id: string): boolean {
    if (this.#failure !== undefined) return true;
    try {
      return holds('linkedAccounts', this.#lookup, id);
    } catch (error) {
      this.#failure = { error };
      return true;
    }
  }

  /** Throws what the lookup threw. */
  rethrow(): void {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure.error;
  }
}
