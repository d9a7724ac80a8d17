import { SingleBar } from 'cli-progress';

/** A bar on a terminal, nothing elsewhere. */
export function progressOf(total: number): { step(): void; end(): void } {
  if (!process.stderr.isTTY) return { step() {}, end() {} };
  const bar = new SingleBar({
    stream: process.stderr,
    format: '{bar} {value}/{total} apps, {eta_formatted} left',
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(total, 0);
  return { step: () => bar.increment(), end: () => bar.stop() };
}
