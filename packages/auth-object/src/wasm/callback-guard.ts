/** Keeps what a function of the caller throws while the instance calls it. */
import { endedCount, failIfEnded } from './instance.ts';

/** An exception must not pass through the instance, so it is kept, and thrown after the call. No function is called after it. */
export class CallbackGuard {
  readonly #ended = endedCount;
  #failure: { readonly error: unknown } | undefined;

  /** The result of the function; `otherwise` if it throws, or one before it has thrown. */
  call<T>(callback: () => T, otherwise: T): T {
    let answer = otherwise;
    try {
      if (this.#failure === undefined) answer = callback();
    } catch (error) {
      this.#failure = { error };
    }
    failIfEnded(this.#ended);
    return answer;
  }

  /** Throws the kept exception, if there is one. */
  rethrow(): void {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure.error;
  }
}
