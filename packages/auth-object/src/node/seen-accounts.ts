/** Finds repeated accounts in all segments. */

import { AuthObjectError } from '../error.ts';
import type { Accounts, RowsGlue } from '../wasm/glue.ts';
import { endedCount, guarded } from '../wasm/instance.ts';

/** Finds rows with the same account and app as an earlier row. */
export class SeenAccounts {
  #accounts: Accounts | undefined = guarded((glue) => new (glue as RowsGlue).Accounts());
  /** The value of {@link endedCount} at the start. The accounts end with their instance. */
  readonly #ended = endedCount;

  /** Adds the rows of a segment. Returns the lines of those whose account and app were seen before. */
  add(seen: Uint32Array, linesBefore: number): Float64Array {
    const accounts = this.#accounts;
    if (accounts === undefined || this.#ended !== endedCount) {
      const message = 'checkRowsFile: The WebAssembly instance has ended. Check the file again.';
      throw new AuthObjectError('internal', { message });
    }
    return guarded(() => accounts.add(seen, linesBefore));
  }

  free(): void {
    if (this.#ended === endedCount) this.#accounts?.free();
    this.#accounts = undefined;
  }
}
