/** The auth structures of many apps, a few at a time. */
import { redactName } from '../command/redact.ts';
import { UsageError } from '../command/usage-error.ts';
import { appsProgress } from './apps-progress.ts';
import { fetchStructure, type Live } from './fetch-structure.ts';
import { RequestError } from './retry.ts';

/** Requests at a time: quick enough, and not a burden for a public route. */
const CONCURRENCY = 4;

export interface FetchOptions {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly slugs: readonly string[];
  readonly timeoutMs: number;
}

/**
 * What the service answers about each slug, in their order. Shows a progress bar on a terminal.
 *
 * @throws UsageError if the service does not answer about one of them; no more requests are sent then.
 */
export async function fetchAll({ baseUrl, slugs, timeoutMs }: FetchOptions): Promise<Map<string, Live>> {
  const stop = new AbortController();
  const options = { timeoutMs, signal: stop.signal, pause: { until: 0 } };
  const found = new Map<string, Live | undefined>(slugs.map((slug) => [slug, undefined]));
  const left = [...found.keys()];
  const progress = appsProgress(left.length);
  const worker = async () => {
    for (let slug = left.shift(); slug !== undefined; slug = left.shift()) {
      try {
        found.set(slug, await fetchStructure(baseUrl, slug, options));
      } catch (error) {
        if (stop.signal.aborted || !(error instanceof RequestError)) throw error;
        stop.abort(
          new UsageError(`Cannot fetch the auth structure of ${redactName(slug)} from ${baseUrl}: ${error.message}.`),
        );
        throw stop.signal.reason;
      }
      progress.step();
    }
  };
  try {
    await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  } finally {
    progress.end();
  }
  return found as Map<string, Live>;
}
