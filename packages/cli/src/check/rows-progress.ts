/** The progress of rows that are checked. */
import { SingleBar } from 'cli-progress';
import { grouped } from './reports/report.ts';

const REDRAWS_PER_SECOND = 8;
/** A check that ends sooner needs no bar. */
const PATIENCE_MS = 300;

export interface Progress {
  /** @param read - Bytes of all inputs so far. */
  update(read: number, rows: number): void;
  stop(): void;
}

/** Shows nothing. */
export const noProgress: Progress = { update() {}, stop() {} };

/**
 * A bar that is cleared at the end.
 *
 * @param bytes - The size of all inputs; `undefined` if one is a pipe.
 */
export function progressBar(bytes: number | undefined): Progress {
  const bar = new SingleBar({
    format:
      bytes === undefined
        ? ' {rows} rows | {rate} rows/s'
        : ' {bar} {percentage}% | {rows} rows | {rate} rows/s | {left}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    clearOnComplete: true,
    hideCursor: true,
    fps: REDRAWS_PER_SECOND,
    stream: process.stderr,
    // On Ctrl-C the check stops the bar.
    gracefulExit: false,
  });
  const started = performance.now();
  return {
    update(read, rows) {
      const seconds = (performance.now() - started) / 1000;
      if (seconds * 1000 < PATIENCE_MS) return;
      const rate = grouped(Math.round(rows / Math.max(seconds, 0.001)));
      const left = bytes === undefined || read === 0 ? '' : leftWords((seconds * (bytes - read)) / read);
      const done = bytes === undefined ? 0 : Math.min(read, bytes);
      const words = { rows: grouped(rows), rate, left };
      if (bar.isActive) bar.update(done, words);
      else bar.start(bytes ?? 0, done, words);
    },
    stop: () => bar.stop(),
  };
}

function leftWords(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s left` : `${Math.floor(whole / 60)} min ${whole % 60} s left`;
}
