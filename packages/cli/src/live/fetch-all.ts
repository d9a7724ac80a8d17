/** The auth structures of many apps, a few at a time. */
import type { Limits } from 'auth-object';
import { redactName } from '../command/redact.ts';
import { UsageError } from '../command/usage-error.ts';
import { appsProgress } from './apps-progress.ts';
import { fetchStructure, type Live } from './fetch-structure.ts';
import { ByteBudget } from './read-answer.ts';
import { RequestError } from './retry.ts';

/** Requests at a time: quick enough, and not a burden for a public route. */
const CONCURRENCY = 4;

export interface FetchAllOptions {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly slugs: readonly string[];
  /** For one answer. */
  readonly timeoutMs: number;
  /** For all answers. */
  readonly totalTimeoutMs: number;
  /** Of the apps. */
  readonly limits: Limits | undefined;
}

/**
 * What the service answers about each slug, in their order. Shows a progress bar on a terminal.
 *
 * @throws UsageError if the service does not answer about one of them, or not in time, or with too much; no more requests
 *   are sent then.
 */
export async function fetchAll(options: FetchAllOptions): Promise<Map<string, Live>> {
  const { baseUrl, slugs, timeoutMs, totalTimeoutMs, limits } = options;
  const found = new Map<string, Live>();
  const left = [...new Set(slugs)];
  const count = left.length;
  const stop = new AbortController();
  const timer = setTimeout(() => {
    const words = `${found.size} of ${count} apps in ${totalTimeoutMs / 1000} s`;
    stop.abort(new UsageError(`Fetched only ${words} from ${baseUrl}. --total-timeout allows more time.`));
  }, totalTimeoutMs);
  const shared = {
    ...{ timeoutMs, endsAt: Date.now() + totalTimeoutMs, signal: stop.signal },
    ...{ pause: { until: 0 }, budget: new ByteBudget(), limits },
  };
  const progress = appsProgress(count);
  const worker = async () => {
    for (let slug = left.shift(); slug !== undefined; slug = left.shift()) {
      try {
        found.set(slug, await fetchStructure(baseUrl, slug, shared));
      } catch (error) {
        stop.abort(usageError(error, slug, baseUrl));
        throw stop.signal.reason;
      }
      progress.step();
    }
  };
  try {
    await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  } finally {
    clearTimeout(timer);
    progress.end();
  }
  return new Map(slugs.map((slug) => [slug, found.get(slug) as Live]));
}

function usageError(error: unknown, slug: string, baseUrl: string): unknown {
  if (!(error instanceof RequestError)) return error;
  return new UsageError(`Cannot fetch the auth structure of ${redactName(slug)} from ${baseUrl}: ${error.message}.`);
}
