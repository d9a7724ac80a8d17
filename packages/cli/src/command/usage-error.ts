/**
 * The caller asked for something that cannot be done: exit code 2, and the message on one line.
 * The message names options, files and slugs, and never a value of a credential.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
