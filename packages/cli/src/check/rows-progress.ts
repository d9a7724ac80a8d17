/** A progress bar on standard error, if that is a terminal. */
import { SingleBar } from 'cli-progress';
import { grouped } from './reports/report.ts';

const REDRAWS_PER_SECOND = 8;
/** What is done sooner needs no bar. */
const PATIENCE_MS = 300;

/** How far a check has come. */
export interface Progress {
  /** @param read - Bytes of all inputs so far. */
  update(read: number, rows: number): void;
  stop(): void;
}

/** Shows nothing. */
export const noProgress: Progress = { update() {}, stop() {} };

/**
 * A bar that goes away when it is done.
 *
 * @param bytes - Of all inputs; `undefined` where one is a pipe, so that nobody knows how much is left.
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
    // The check itself ends on Ctrl-C, and then the bar does.
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
