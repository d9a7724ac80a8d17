/** The existing linked accounts. */
import { readTextFile } from '../command/file-errors.ts';
import { UsageError } from '../command/usage-error.ts';

/**
 * Reads a file with one account per line; blank lines are skipped.
 *
 * @throws UsageError if it cannot be read, or is empty: then every row would be rejected.
 */
export function readAccounts(path: string): ReadonlySet<string> {
  const lines = readTextFile(path).split(/\r?\n/);
  const accounts = new Set(lines.map((line) => line.trim()).filter((line) => line !== ''));
  if (accounts.size > 0) return accounts;
  throw new UsageError(`--linked-accounts ${path} contains no account. It must have one account per line.`);
}
