/** The accounts and apps of all segments, in the instance. */

import { AuthObjectError } from '../error.ts';
import type { Accounts, RowsGlue } from '../wasm/glue.ts';
import { endedCount, guarded } from '../wasm/instance.ts';

/** Finds rows with the same account and app as an earlier row. */
export class SeenAccounts {
  #accounts: Accounts | undefined = guarded((glue) => new (glue as RowsGlue).Accounts());
  /** The value of {@link endedCount} when it began: it ends with its instance. */
  readonly #ended = endedCount;

  /** @returns The lines of the rows whose account and app were seen before. */
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
