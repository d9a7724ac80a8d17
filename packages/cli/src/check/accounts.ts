/** The linked accounts that are known. */
import { readFileSync } from 'node:fs';
import { UsageError } from '../command/usage-error.ts';

/**
 * Reads a file with an account a line; blank lines are passed over.
 *
 * @throws UsageError if it cannot be read or is empty: then every row would be rejected.
 */
export function readAccounts(path: string): ReadonlySet<string> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`--linked-accounts ${path}: cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const accounts = new Set(lines.map((line) => line.trim()).filter((line) => line !== ''));
  if (accounts.size === 0)
    throw new UsageError(`--linked-accounts ${path}: has no account. It must have one account per line.`);
  return accounts;
}
