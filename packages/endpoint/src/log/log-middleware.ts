/** Tells the log of each answer. */
import type { Middleware } from './env.ts';
import { type LogEntry, loggedPath, loggedSlug } from './log.ts';

/** The middleware that stands before all others, and sees every answer. */
export function logMiddleware(log: (entry: LogEntry) => void): Middleware {
  return async (c, next) => {
    const time = new Date().toISOString();
    const started = performance.now();
    await next();
    const { environment, slug, fault } = c.var;
    const requestId: string | undefined = c.get('requestId');
    const entry: LogEntry = {
      time,
      method: c.req.method,
      path: loggedPath(new URL(c.req.url)),
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      ...(requestId !== undefined && { request_id: requestId }),
      ...(environment !== undefined && { environment }),
      ...(slug !== undefined && { slug: loggedSlug(slug) }),
      ...(fault && { fault }),
    };
    try {
      log(entry);
    } catch {
      // What was done is done: that it could not be told must not make another answer of it.
    }
  };
}
