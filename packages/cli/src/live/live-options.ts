/** What `pull` and `drift` have in common. */

import { apps } from 'auth-object';
import { type Command, InvalidArgumentError } from 'commander';
import { BASE_URL, baseUrl } from '../command/base-url.ts';
import { UsageError } from '../command/usage-error.ts';

export interface LiveOptions {
  readonly all?: true;
  readonly baseUrl?: string;
  /** In seconds. */
  readonly timeout: number;
}

const TIMEOUT_S = 10;

/** @param otherwise - Where is asked without `--base-url`, in words. */
export function withLiveOptions(command: Command, otherwise = BASE_URL): Command {
  return command
    .argument('[slug...]', 'apps')
    .option('--all', 'every app of the catalogue')
    .option('--base-url <url>', `where to ask (default: ${otherwise})`, baseUrl)
    .option('--timeout <seconds>', 'how long to wait for an answer', seconds, TIMEOUT_S);
}

/**
 * The slugs that are asked for, each once.
 *
 * @param otherwise - Those to take where neither slugs nor `--all` are given.
 * @throws UsageError for both, and for nothing.
 */
export function askedSlugs(slugs: readonly string[], all: boolean, otherwise: readonly string[] = []): string[] {
  if (all && slugs.length > 0) throw new UsageError('give slugs or --all, not both');
  const asked = all ? apps().map(({ slug }) => slug) : slugs.length > 0 ? slugs : otherwise;
  if (asked.length === 0) throw new UsageError('which apps? give their slugs, or --all');
  if (asked.some((slug) => slug.trim() === '')) throw new UsageError('a slug is blank');
  return [...new Set(asked)];
}

function seconds(text: string): number {
  const value = Number(text);
  if (value > 0 && value <= 3600) return value;
  throw new InvalidArgumentError('It must be a number of seconds, at most 3600.');
}
