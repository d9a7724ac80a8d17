// A million random requests of every app through the fast path and through the instance; about two minutes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agrees } from '../fast-path.mjs';

const RUNS = Number(process.env.RUNS ?? 1_000_000);

test(`${RUNS} requests get the same verdict both ways`, (t) => {
  const silent = agrees(RUNS, Number(process.env.SEED ?? Date.now() % 2 ** 31));
  t.diagnostic(`${silent} accepted without hints`);
  assert.ok(silent > RUNS / 4);
});
