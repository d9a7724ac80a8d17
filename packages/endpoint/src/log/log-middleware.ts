/** Reports each answer to the log. */
import type { Middleware } from '../endpoint.ts';
import { type LogEntry, redactedMethod, redactedPath, redactedSlug } from './log-entry.ts';

/** Comes before all other middleware, so that it sees every answer. */
export function logMiddleware(log: (entry: LogEntry) => void): Middleware {
  return async (context, next) => {
    const time = new Date().toISOString();
    const started = performance.now();
    await next();
    const { environment, slug, fault, refusal } = context.var;
    const requestId: string | undefined = context.get('requestId');
    const entry: LogEntry = {
      time,
      method: redactedMethod(context.req.method),
      path: redactedPath(new URL(context.req.url)),
      status: context.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      ...(requestId !== undefined && { request_id: requestId }),
      ...(environment !== undefined && { environment }),
      ...(slug !== undefined && { slug: redactedSlug(slug) }),
      ...(fault && { fault }),
      ...(refusal !== undefined && { refusal }),
    };
    try {
      log(entry);
    } catch {
      // The request was handled; a failing log must not change its answer.
    }
  };
}
