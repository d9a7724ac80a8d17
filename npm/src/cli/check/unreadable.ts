/**
 * An input that cannot be read, or not to its end: the others are still checked, then the exit code is 2. The message
 * says what to do, and nothing of what the input holds.
 */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}
