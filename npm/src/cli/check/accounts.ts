/** The linked accounts that are known. */
import { readFileSync } from 'node:fs';
import { UsageError } from '../usage-error.js';

/**
 * Reads a file with an account a line; blank lines are passed over.
 *
 * @throws UsageError where it cannot be read, or names none: then every row would be refused.
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
  if (accounts.size === 0) throw new UsageError(`--linked-accounts ${path}: names no account; one stands in a line.`);
  return accounts;
}
