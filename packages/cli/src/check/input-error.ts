/**
 * An input that cannot be read, or not to its end: the others are still checked, then the exit code is 2. The message
 * follows the name of the input. It says what to do, and nothing of what the input holds.
 */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}

/** An input that can be trusted only up to some byte. The message says why, for example `the checksum is wrong`. */
export class BrokenError extends Error {
  override readonly name = 'BrokenError';
  /** What could not be done. */
  readonly verb: 'read' | 'unpacked';
  /** Whether the text came to its end all the same, so that its last row is whole. */
  readonly isWhole: boolean;

  constructor(verb: BrokenError['verb'], why: string, isWhole = false) {
    super(why);
    this.verb = verb;
    this.isWhole = isWhole;
  }
}
