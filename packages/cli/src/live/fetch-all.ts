/** Many auth structures, a few at a time. */
import { redactName } from '../command/redact.ts';
import { UsageError } from '../command/usage-error.ts';
import { progressOf } from './apps-progress.ts';
import { fetchStructure, type Live } from './fetch-structure.ts';
import { HttpFailure } from './retry.ts';

/** A public route: enough to be quick, few enough to be no burden. */
const AT_A_TIME = 4;

/** What is asked for. */
export interface Ask {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly slugs: readonly string[];
  readonly timeoutMs: number;
}

/**
 * What the service says of each slug, in their order, with a progress bar on a terminal.
 *
 * @throws UsageError where one of them cannot be had; the rest is then not asked for.
 */
export async function fetchAll({ baseUrl, slugs, timeoutMs }: Ask): Promise<Map<string, Live>> {
  const stop = new AbortController();
  const patience = { timeoutMs, signal: stop.signal, pause: { until: 0 } };
  const found = new Map<string, Live | undefined>(slugs.map((slug) => [slug, undefined]));
  const left = [...found.keys()];
  const progress = progressOf(left.length);
  const worker = async () => {
    for (let slug = left.shift(); slug !== undefined; slug = left.shift()) {
      try {
        found.set(slug, await fetchStructure(baseUrl, slug, patience));
      } catch (error) {
        if (stop.signal.aborted || !(error instanceof HttpFailure)) throw error;
        stop.abort(
          new UsageError(`${baseUrl} does not tell the auth structure of ${redactName(slug)}: ${error.message}`),
        );
        throw stop.signal.reason;
      }
      progress.step();
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  } finally {
    progress.end();
  }
  return found as Map<string, Live>;
}
