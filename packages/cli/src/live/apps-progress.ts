import { SingleBar } from 'cli-progress';

/** A bar on a terminal, nothing elsewhere. */
export function progressOf(total: number): { step(): void; end(): void } {
  if (!process.stderr.isTTY) return { step() {}, end() {} };
  const bar = new SingleBar({
    stream: process.stderr,
    format: '{bar} {value}/{total} apps, {eta_formatted} left',
    clearOnComplete: true,
  });
  // The bar changes how the terminal wraps lines: whoever ends the program gets it back as it was.
  const interrupt = () => {
    bar.stop();
    process.kill(process.pid, 'SIGINT');
  };
  process.once('SIGINT', interrupt);
  bar.start(total, 0);
  return {
    step: () => bar.increment(),
    end: () => {
      process.off('SIGINT', interrupt);
      bar.stop();
    },
  };
}
