/** What a function of the caller throws while the instance calls it. */
import { endedCount, failIfEnded } from './instance.ts';

/** It must not pass through the instance, so it is kept and thrown after the call. After it, nothing more is called. */
export class CallbackGuard {
  readonly #ended = endedCount;
  #failure: { readonly error: unknown } | undefined;

  /** What the function gives; `otherwise` if it throws, or one before it has. */
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

  /** Throws what was kept. */
  rethrow(): void {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure.error;
  }
}
