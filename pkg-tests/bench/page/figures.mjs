// How figures are written.
import { OWN } from '../contenders/all.mjs';

/** A check that knows one table and has no message; beside the validators in the tables, but not one of them. */
const BY_HAND = 'by hand';

export const find = (list, name) => list.find((one) => one.name === name);
export const own = ({ contenders }) => find(contenders, OWN);
export const ownWithoutHints = ({ contenders }) => find(contenders, `${OWN}, hints: false`);

/** The fastest validator beside our own. */
export function bestPeer({ contenders }, unit = 'ns') {
  const peers = contenders.filter(({ name }) => !name.startsWith(OWN) && name !== BY_HAND);
  return peers.reduce((best, peer) => (peer[unit] < best[unit] ? peer : best));
}

export const whole = (value) => Math.round(value).toLocaleString('en');
export const ratio = (value) => Number(value.toPrecision(value < 0.1 ? 1 : 2)).toLocaleString('en');
/** Of nanoseconds. */
export const ns = (value) => (value < 10_000 ? `${whole(value)} ns` : `${(value / 1000).toFixed(1)} µs`);
/** Of milliseconds. */
export const ms = (value) => `${value.toFixed(value < 1 ? 2 : 1)} ms`;
/** Of milliseconds. */
export const seconds = (value) => `${(value / 1000).toFixed(value < 10_000 ? 2 : 1)} s`;
export const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
export const mb = (bytes) => `${whole(bytes / 1e6)} MB`;
