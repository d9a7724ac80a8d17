/** Prints a line for each request on standard output. */
import type { LogEntry } from '@auth-object/endpoint';
import { type Colors, colorsFor } from '../command/colors.ts';
import { printable } from '../command/printable.ts';

/** Creates a function that prints an entry; `undefined` if nothing is to be printed. */
export function requestLogger(format: 'pretty' | 'json' | 'none'): ((entry: LogEntry) => void) | undefined {
  if (format === 'none') return undefined;
  if (format === 'json') return (entry) => process.stdout.write(`${printable(JSON.stringify(entry))}\n`);
  const colors = colorsFor(process.stdout);
  return (entry) => process.stdout.write(`${pretty(entry, colors)}\n`);
}

const REFUSALS: Readonly<Record<NonNullable<LogEntry['refusal']>, string>> = {
  invalid_host: 'no valid host',
  foreign_host: 'this host needs --allow-host',
  foreign_origin: 'this page needs --cors',
  local_routes_off: 'this route needs --local-routes',
};

function pretty(entry: LogEntry, colors: Colors): string {
  const { time, method, path, status, ms, slug, environment, fault, refusal } = entry;
  const paint = status < 300 ? colors.green : status < 500 ? colors.yellow : colors.red;
  const facts = printable(
    [slug, environment, fault && 'fault', refusal && REFUSALS[refusal], `${ms.toFixed(0)} ms`]
      .filter(Boolean)
      .join(', '),
  );
  return `${colors.dim(time.slice(11, 19))} ${paint(String(status))} ${printable(`${method} ${path}`)} ${colors.dim(`(${facts})`)}`;
}
