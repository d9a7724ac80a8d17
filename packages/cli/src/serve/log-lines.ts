/** A line for each request, on standard output. */
import type { LogEntry } from '@auth-object/endpoint';
import { type Colors, colorsFor } from '../command/colors.ts';

/** Prints an entry; `undefined` where nothing is to be printed. */
export function logger(how: 'pretty' | 'json' | 'none'): ((entry: LogEntry) => void) | undefined {
  if (how === 'none') return undefined;
  if (how === 'json') return (entry) => process.stdout.write(`${JSON.stringify(entry)}\n`);
  const colors = colorsFor(process.stdout);
  return (entry) => process.stdout.write(`${pretty(entry, colors)}\n`);
}

function pretty({ time, method, path, status, ms, slug, environment, fault }: LogEntry, colors: Colors): string {
  const paint = status < 300 ? colors.green : status < 500 ? colors.yellow : colors.red;
  const facts = [slug, environment, fault && 'fault', `${ms.toFixed(0)} ms`].filter(Boolean).join(', ');
  return `${colors.dim(time.slice(11, 19))} ${paint(String(status))} ${method} ${path} ${colors.dim(`(${facts})`)}`;
}
