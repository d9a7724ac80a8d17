/** Counts strings. */

/** How many different strings are counted; a file may have any number of unknown keys. */
const MOST = 1000;

export class Tally {
  readonly #counts = new Map<string, number>();

  constructor(texts: readonly string[] = []) {
    for (const text of texts) this.add(text);
  }

  /** @param count - How often the string came. */
  add(text: string, count = 1): void {
    const before = this.#counts.get(text);
    if (before !== undefined || this.#counts.size < MOST) this.#counts.set(text, (before ?? 0) + count);
  }

  /** Whether some strings may be missing. */
  get isFull(): boolean {
    return this.#counts.size === MOST;
  }

  /** The strings, most frequent first. */
  get texts(): string[] {
    return this.all.map(([text]) => text);
  }

  /** Most frequent first; equal ones in the order in which they came. */
  get all(): (readonly [text: string, count: number])[] {
    return [...this.#counts].sort(([, a], [, b]) => b - a);
  }
}
