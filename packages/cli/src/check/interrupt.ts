/** Ctrl-C: what was found until then is still reported. */

/** What a shell gives for a program that a signal ended: 128 and the signal's number. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Watches for signals that ask for an end. */
export class Interrupt {
  readonly #controller = new AbortController();
  #exitCode: number | undefined;
  // Once: the second Ctrl-C ends the process as it always does.
  readonly #handle = (signal: NodeJS.Signals) => {
    this.end();
    this.#exitCode = EXIT_CODES[signal as keyof typeof EXIT_CODES];
    this.#controller.abort();
  };

  constructor() {
    for (const signal of Object.keys(EXIT_CODES)) process.on(signal, this.#handle);
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
    for (const signal of Object.keys(EXIT_CODES)) process.off(signal, this.#handle);
  }
}
