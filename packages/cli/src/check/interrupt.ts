/** Ctrl-C: what was found until then is still reported. */

/** What a shell gives for a program that a signal ended: 128 and the signal's number. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Watches for signals that ask for an end. */
export class Interrupt {
  readonly #controller = new AbortController();
  readonly #handlers: [signal: NodeJS.Signals, handler: () => void][] = [];
  #exitCode: number | undefined;

  constructor() {
    for (const [signal, code] of Object.entries(EXIT_CODES) as ['SIGINT' | 'SIGTERM', number][]) {
      // Once: the second Ctrl-C ends the process as it always does.
      const handler = () => {
        this.#exitCode = code;
        this.#controller.abort();
      };
      process.once(signal, handler);
      this.#handlers.push([signal, handler]);
    }
  }

  /** Ends what waits for input. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The exit code; `undefined` if nobody asked for an end. */
  get exitCode(): number | undefined {
    return this.#exitCode;
  }

  /** Watches no longer. */
  end(): void {
    for (const [signal, handler] of this.#handlers) process.removeListener(signal, handler);
  }
}
