/** The progress of apps that are fetched. */
import { SingleBar } from 'cli-progress';

/** Shows a bar on a terminal, and nothing elsewhere. */
export function appsProgress(total: number): { step(): void; end(): void } {
  if (!process.stderr.isTTY) return { step() {}, end() {} };
  const bar = new SingleBar({
    stream: process.stderr,
    format: '{bar} {value}/{total} apps, {eta_formatted} left',
    clearOnComplete: true,
  });
  // The bar changes how the terminal wraps lines; Ctrl-C must restore that.
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
