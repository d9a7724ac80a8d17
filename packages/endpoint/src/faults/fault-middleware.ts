/** Answers requests with the faults that they get. */
import type { Middleware } from '../endpoint.ts';
import { OptionError } from '../errors.ts';
import { longEnvelope } from '../http/answers.ts';
import { respond } from '../http/respond.ts';
import type { Fault } from './fault.ts';
import type { FaultEffect, FaultSource } from './fault-source.ts';
import { parseFault } from './parse-fault.ts';

/** The header with which a request asks for a fault. */
const FAULT_HEADER = 'x-auth-object-fail';

/** The message for a status (RFC 9110, 15). That of 429 is the platform's, whose documents give no status with it. */
const MESSAGES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  408: 'Request timeout',
  409: 'Conflict',
  429: 'Rate limit exceeded. Implement backoff and retry.',
  500: 'Internal server error',
  502: 'Bad gateway',
  503: 'Service unavailable',
  504: 'Gateway timeout',
};

/** The types that do not follow from the message. */
const TYPES: Readonly<Record<number, string>> = { 429: 'TOO_MANY_REQUESTS' };

/**
 * Comes before everything that reads the request. A fault is answered in the long envelope; a header that is not a
 * fault is answered with a 400 that says what it must look like.
 */
export function faultMiddleware(source: FaultSource): Middleware {
  return async (context, next) => {
    const { requestId } = context.var;
    const requested = requestedFault(context.req.header(FAULT_HEADER));
    if (typeof requested === 'string') {
      return respond({ status: 400, body: longEnvelope(400, 'BAD_REQUEST', requested, requestId) });
    }
    const effect = source.next(requested);
    if (effect === undefined) return next();
    if (effect.delayMs > 0) await pause(effect.delayMs, context.req.raw.signal);
    if (effect.status === undefined) return next();
    context.set('fault', true);
    return faultResponse(effect.status, effect, requestId);
  };
}

/** The fault that the header asks for; a string says what is wrong with the header. */
function requestedFault(header: string | undefined): Fault | string | undefined {
  if (header === undefined) return undefined;
  try {
    const fault = parseFault(header);
    if (fault.share === undefined && fault.count === undefined) return fault;
    return `${FAULT_HEADER}: a header is for one request; leave out the share and the count`;
  } catch (error) {
    if (error instanceof OptionError) return `${FAULT_HEADER}: ${error.reason}.`;
    throw error;
  }
}

function faultResponse(status: number, { retryAfterS }: FaultEffect, requestId: string): Response {
  const message = MESSAGES[status] ?? (status < 500 ? 'Client error' : 'Server error');
  const type = TYPES[status] ?? message.toUpperCase().replaceAll(' ', '_');
  const headers: Record<string, string> = retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) };
  return respond({ status, headers, body: longEnvelope(status, type, message, requestId) });
}

/** Ends early if the connection is closed: nobody waits for the answer then. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
