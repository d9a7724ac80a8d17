// Each aim with its figure: from what bench.mjs measured.
import { OWN } from './contenders/all.mjs';

/** Most that a page may load, in bytes of brotli. */
export const MOST_PAYLOAD = 68_000;

/** A check that knows one table and no message; shown beside the validators, and not one of them. */
const BY_HAND = 'by hand';

const of = (list, name) => list.find((one) => one.name === name);

/** The fastest validator. */
export function bestPeer({ contenders }) {
  const peers = contenders.filter(({ name }) => !name.startsWith(OWN) && name !== BY_HAND);
  return peers.reduce((best, peer) => (peer.ns < best.ns ? peer : best));
}

/**
 * @param {object} result what bench.mjs measured
 * @returns {{ aim: string, figure: string, factor: number, holds: boolean }[]} factor: of the figure to the aim
 */
export function aims({ calls, lines, payload, start, browser, threads, memory, growth }) {
  const list = [];
  const atMost = (aim, value, most, show) =>
    list.push({ aim, figure: show(value), factor: value / most, holds: value <= most });

  /** The time of one contender to that of another. */
  const share = (name, own, peer, most) => {
    const value = own.ns / peer.ns;
    atMost(
      `${name}: at most ${most} of ${peer.name}`,
      value,
      most,
      () => `${ns(own.ns)} to ${ns(peer.ns)}: ${ratio(value)}`,
    );
  };
  const { accepted, rejected } = calls;
  share('Accepted object', of(accepted.contenders, OWN), bestPeer(accepted), 1);
  share('Accepted object without hints', of(accepted.contenders, `${OWN}, hints: false`), bestPeer(accepted), 0.5);
  share('Rejected object', of(rejected.contenders, OWN), of(rejected.contenders, 'zod 4'), 1.3);
  share('NDJSON, one buffer', of(lines.buffer.contenders, OWN), bestPeer(lines.buffer), 0.1);
  share('NDJSON, chunks of 64 KiB', of(lines.chunks.contenders, OWN), bestPeer(lines.chunks), 0.1);

  const largest = memory.at(-1);
  const rss = Math.max(largest.threads, largest.stream);
  const inMemory = `${(largest.bytes / 1e9).toFixed(2)} GB of NDJSON in under 200 MB of memory`;
  atMost(
    inMemory,
    rss,
    200e6,
    (value) => `${mb(largest.stream)} as a stream, ${mb(largest.threads)} with two threads; at most ${mb(value)}`,
  );

  const speedup = threads.ms[1] / threads.ms[2];
  const toOne = () => `${speedup.toFixed(2)} times`;
  atMost('Two workers: 1.8 times one', 1.8 / speedup, 1, toOne);

  const ms = (value) => `${value.toFixed(1)} ms`;
  atMost('Node: first verdict within 5 ms of import', of(start, OWN).one.first + of(start, OWN).one.prepare, 5, ms);
  atMost("Chromium: first verdict within 10 ms of the script's evaluation", browser.first, 10, ms);
  atMost(
    'Payload with check, catalogue and repair: at most 68 kB brotli',
    payload.contenders[OWN].brotli,
    MOST_PAYLOAD,
    kb,
  );

  const [first, last] = [growth[0], growth.at(-1)];
  const times = last.apps / first.apps;
  const grown = (name, value) =>
    atMost(
      `${name}, ${last.apps} apps to ${first.apps}: linear or better`,
      value,
      times,
      () => `${ratio(value)} times, with ${ratio(times)} times the apps`,
    );
  grown('Time for a record', Math.max(...first.records.map(({ ns: time }, index) => last.records[index].ns / time)));
  grown('First verdict', last.first / first.first);
  grown('Size', last.brotli / first.brotli);
  return list;
}

const three = (number) => Number(number.toPrecision(3)).toLocaleString('en');

export const ns = (value) => `${Math.round(value).toLocaleString('en')} ns`;
export const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
export const mb = (bytes) => `${Math.round(bytes / 1e6)} MB`;
export const ratio = (value) => three(value);
/** @returns whether the aim holds, or by what factor it misses */
export const verdict = ({ holds, factor }) => (holds ? 'holds' : `misses, ${three(factor)} times the aim`);
