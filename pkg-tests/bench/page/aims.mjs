// Each aim with its figure; the aims of a part that was not measured are left out.

import { OWN } from '../contenders/all.mjs';
import { bestPeer, find, kb, mb, ms, ns, own, ownWithoutHints, ratio, seconds } from './figures.mjs';

/** Memory is flat if ten times the rows take at most this many times the memory. */
const FLAT = 1.25;

/**
 * @typedef {object} Aim
 * @property {string} id
 * @property {string} aim
 * @property {string} figure
 * @property {number} factor the figure as a multiple of the aim
 */

/** @returns {Aim[]} for the figures of each part */
export function aims(parts) {
  return Object.entries(AIMS).flatMap(([part, of]) => (parts[part] === undefined ? [] : of(parts[part])));
}

export const holds = ({ factor }) => factor <= 1;

const AIMS = { calls, rows, files, reports, 'big-file': bigFile, pages, starts, sizes };

const atMost = (id, aim, value, most, figure) => ({ id, aim, figure, factor: value / most });

/** One contender's time as a share of another's. */
function share(id, aim, mine, peer, most) {
  const value = mine.ns / peer.ns;
  return atMost(id, aim, value, most, `${ns(mine.ns)}; ${peer.name} ${ns(peer.ns)}: ${ratio(value)}`);
}

function calls({ works: { accepted, rejected } }) {
  const best = bestPeer(accepted);
  const zod = find(rejected.contenders, 'zod 4');
  const [withHints, without] = [own(accepted), ownWithoutHints(accepted)];
  return [
    share('accepted', 'Accepted object: at most the time of the best validator', withHints, best, 1),
    share(
      'accepted without hints',
      'Accepted object without hints: at most 0.5 of the best validator',
      without,
      best,
      0.5,
    ),
    share('rejected', 'Rejected object, all issues: at most 1.3 of zod', own(rejected), zod, 1.3),
  ];
}

function rows({ works }) {
  const work = works['NDJSON, one buffer'];
  const best = bestPeer(work);
  return [
    share(
      'row without hints',
      'Row of NDJSON without hints: at most 0.1 of the best validator',
      ownWithoutHints(work),
      best,
      0.1,
    ),
    share('row', 'Row of NDJSON with hints: at most 0.2 of the best validator', own(work), best, 0.2),
  ];
}

function files({ works: { ndjson, csv } }) {
  const times = (id, name, words) => {
    const [a, b] = [csv, ndjson].map(({ contenders }) => find(contenders, name).ms);
    const figure = `${seconds(a)}; NDJSON ${seconds(b)}: ${ratio(a / b)} times`;
    return atMost(id, `CSV by the command line${words}: at most 2 times NDJSON`, a / b, 2, figure);
  };
  return [times('csv', OWN, ''), times('csv without hints', `${OWN}, --no-hints`, ' without hints')];
}

function reports({ reports: [fewer, more] }) {
  const rowsOf = ({ rows: count }) => count.toLocaleString('en');
  const growth = more.rss / fewer.rss;
  return [
    atMost('report', `Report of ${rowsOf(more)} rejected rows as JSON: at most 8 s`, more.ms, 8000, seconds(more.ms)),
    atMost(
      'report memory',
      `The memory of that report: flat, at most ${FLAT} times that of ${rowsOf(fewer)} rows`,
      growth,
      FLAT,
      `${mb(more.rss)}; ${mb(fewer.rss)}: ${ratio(growth)} times`,
    ),
  ];
}

function bigFile({ sizes }) {
  const { bytes, ways } = sizes.at(-1);
  const most = ways.reduce((largest, way) => (way.rss > largest.rss ? way : largest));
  const size = bytes < 1e9 ? mb(bytes) : `${(bytes / 1e9).toFixed(0)} GB`;
  return [
    atMost('memory', `${size} of NDJSON: at most 200 MB of memory`, most.rss, 200e6, `${mb(most.rss)} (${most.name})`),
  ];
}

function pages({ first }) {
  return [atMost('Chromium', 'First verdict in Chromium: within 10 ms', first, 10, ms(first))];
}

function starts({ contenders }) {
  const { one } = find(contenders, OWN);
  const first = one.first + one.prepare;
  return [atMost('Node', 'First verdict in Node: within 5 ms of the import', first, 5, ms(first))];
}

function sizes({ contenders, form }) {
  const { brotli } = contenders[OWN];
  return [
    atMost('page', 'A page with check, catalogue and repair: at most 68 kB of Brotli', brotli, 68_000, kb(brotli)),
    atMost('form', 'A form before the first keystroke: at most 25 kB of Brotli', form, 25_000, kb(form)),
  ];
}
