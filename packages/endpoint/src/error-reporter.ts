/** Tells the person who runs an endpoint what a 500 does not say. */
import { EndpointError } from './errors.ts';
import type { EndpointOptions } from './options/endpoint-options.ts';

/** @returns a function that never throws, also if `onError` is async and rejects. */
export function errorReporter(onError: EndpointOptions['onError']): (error: unknown) => void {
  const report = onError ?? printOnce();
  return (error) => {
    // There is no one else to report it to.
    new Promise((resolve) => resolve(report(error))).catch(() => {});
  };
}

/** Prints errors of this package, each message once. They contain no value; others might. */
function printOnce(): (error: unknown) => void {
  const printed = new Set<string>();
  return (error) => {
    if (!(error instanceof EndpointError) || printed.has(error.message)) return;
    printed.add(error.message);
    console.error(error.message);
  };
}
