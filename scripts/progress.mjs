// One line that says which step runs and how long the rest takes. Libraries for this (listr2) would have to be installed
// before `npm start` can install anything.

import { performance } from 'node:perf_hooks';

/** Milliseconds between two updates of the line: on a terminal, and where each is printed below the last. */
const UPDATE_MS = { terminal: 1000, printed: 30_000 };
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
  const done = new Map();

  const line = () => {
    const running = steps.filter(({ name }) => started.has(name) && !done.has(name)).map(({ title }) => title);
    const left = performance.now() - begin < ESTIMATE_AFTER_MS ? '' : `, about ${secondsLeft()} s left`;
    return `${done.size + 1} of ${steps.length}: ${running.join('; ')}${left}`;
  };
  const ran = (name) => (started.has(name) ? ((done.get(name) ?? performance.now()) - started.get(name)) / 1000 : 0);
  /** How many times as long the steps take here, by those that are done or late. */
  const slowness = () => {
    const known = steps.filter(({ name, seconds }) => done.has(name) || ran(name) > seconds);
    const sum = (of) => known.reduce((total, step) => total + of(step), 1);
    return Math.max(sum(({ name }) => ran(name)) / sum(({ seconds }) => seconds), 1);
  };
  /** The longest way through what is not done. */
  const secondsLeft = () => {
    const factor = slowness();
    const left = {};
    for (const { name, seconds, after = [] } of steps) {
      const own = done.has(name) ? 0 : Math.max(seconds * factor - ran(name), 1);
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
      done.set(name, performance.now());
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
