/**
 * The command cannot do what it was asked to do: exit code 2, and the message on one line. The message names options,
 * files and slugs, and never contains a credential value.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
