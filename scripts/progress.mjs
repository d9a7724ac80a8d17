// One line that says which step runs and how long the rest takes. Libraries for this (listr2) would have to be installed
// before `npm start` can install anything.

import { performance } from 'node:perf_hooks';

/** Milliseconds between two updates of the line: on a terminal, and where each is printed below the last. */
const UPDATE_MS = { terminal: 1000, printed: 15_000 };
/** Until then it may turn out that nothing is left to do. */
const ESTIMATE_AFTER_MS = 5000;

/**
 * Runs steps, each as soon as those it comes after are done.
 *
 * @param {{ name: string, title: string, seconds: number, after?: string[], run: () => Promise<unknown> }[]} steps
 *   seconds: how long it takes on two cores beside the others
 */
export async function runSteps(steps) {
  const begin = performance.now();
  const started = new Map();
  const done = new Set();

  const line = () => {
    const running = steps.filter(({ name }) => started.has(name) && !done.has(name)).map(({ title }) => title);
    const left = performance.now() - begin < ESTIMATE_AFTER_MS ? '' : `, about ${secondsLeft()} s left`;
    return `${Math.min(done.size + 1, steps.length)} of ${steps.length}: ${running.join('; ') || 'Done'}${left}`;
  };
  /** The longest way through what is not done. */
  const secondsLeft = () => {
    const left = {};
    for (const { name, seconds, after = [] } of steps) {
      const ran = started.has(name) ? (performance.now() - started.get(name)) / 1000 : 0;
      const own = done.has(name) ? 0 : Math.max(seconds - ran, 1);
      left[name] = own + Math.max(0, ...after.map((other) => left[other]));
    }
    return Math.round(Math.max(...Object.values(left)));
  };

  const { show, end } = process.stdout.isTTY ? terminalLine(line) : printedLines(line);
  const runs = {};
  for (const { name, after = [], run } of steps) {
    runs[name] = Promise.all(after.map((other) => runs[other])).then(async () => {
      started.set(name, performance.now());
      show();
      await run();
      done.add(name);
      show();
    });
  }
  try {
    await Promise.all(Object.values(runs));
  } finally {
    end();
  }
}

function terminalLine(line) {
  const show = () => process.stdout.write(`\r\u001b[K${line().slice(0, process.stdout.columns - 1)}`);
  const timer = setInterval(show, UPDATE_MS.terminal);
  return {
    show,
    end: () => {
      clearInterval(timer);
      process.stdout.write('\r\u001b[K');
    },
  };
}

function printedLines(line) {
  const timer = setInterval(() => console.log(line()), UPDATE_MS.printed);
  return { show: () => console.log(line()), end: () => clearInterval(timer) };
}
