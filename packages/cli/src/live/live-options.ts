/** The options of `pull` and `drift`. */
import { apps } from 'auth-object';
import type { Command } from 'commander';
import { baseUrl, seconds } from '../command/option-values.ts';
import { UsageError } from '../command/usage-error.ts';
import { SERVICE } from './service.ts';

export interface LiveOptions {
  readonly all?: true;
  readonly baseUrl?: string;
  /** In seconds. */
  readonly timeout: number;
  /** In seconds. */
  readonly totalTimeout: number;
}

const TIMEOUT_S = 10;
/** Several times as long as all apps of the catalogue take over a slow connection. */
const TOTAL_TIMEOUT_S = 600;

/** @param otherwise - The address without `--base-url`, in words. */
export function withLiveOptions(command: Command, otherwise = SERVICE): Command {
  return command
    .argument('[slug...]', 'the apps')
    .option('--all', 'every app of the catalogue')
    .option('--base-url <url>', `the address of the service (default: ${otherwise})`, baseUrl)
    .option('--timeout <seconds>', 'how long to wait for one answer', seconds, TIMEOUT_S)
    .option('--total-timeout <seconds>', 'how long to wait for all answers', seconds, TOTAL_TIMEOUT_S);
}

/**
 * The requested slugs, each once.
 *
 * @param otherwise - The slugs if neither slugs nor `--all` are given.
 * @throws UsageError if both or nothing is given, or a slug is blank.
 */
export function requestedSlugs(slugs: readonly string[], all: boolean, otherwise: readonly string[] = []): string[] {
  if (all && slugs.length > 0) throw new UsageError('Name apps or use --all, not both.');
  const requested = all ? apps().map(({ slug }) => slug) : slugs.length > 0 ? slugs : otherwise;
  if (requested.length === 0) throw new UsageError('Name the apps by their slugs, or use --all.');
  if (requested.some((slug) => slug.trim() === '')) throw new UsageError('A slug is blank.');
  return [...new Set(requested)];
}

/** The timeouts in milliseconds. */
export function timeouts({ timeout, totalTimeout }: Pick<LiveOptions, 'timeout' | 'totalTimeout'>) {
  return { timeoutMs: timeout * 1000, totalTimeoutMs: totalTimeout * 1000 };
}
