// A million random requests of every app through the fast path and through the instance; about two minutes.
import assert from 'node:assert/strict';
import { test } from 'vitest';
import { agrees } from '../testing/fast-path-requests.ts';

const RUNS = Number(process.env.RUNS ?? 1_000_000);
/** The same requests each time, so that a failure is the fault of the change at hand; SEED gives others. */
const SEED = Number(process.env.SEED ?? 12);

test(`${RUNS} requests get the same verdict both ways`, () => {
  const silent = agrees(RUNS, SEED);
  assert.ok(silent > RUNS / 4, `${silent} accepted without hints`);
});
