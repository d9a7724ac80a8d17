// Why an aim is missed, in one sentence, if it is known.
import { bestPeer, ms, own, ownWithoutHints, ratio, whole } from './figures.mjs';

const REASONS = {
  accepted: () =>
    'Most of the time is spent on values that have a format or are not ordinary, such as e-mail addresses, URLs and passwords: each needs a call into WebAssembly.',
  'row without hints': ({ rows }) =>
    `The rows have ${whole(rows.forms)} forms, each of them new once, and one row in twenty is rejected with all its reasons. ${inEightForms(rows, ownWithoutHints)}`,
  row: ({ rows }) => `Each value is checked for hints. ${inEightForms(rows, own)}`,
  'report memory': () =>
    'A thread passes on the rejected rows of 4 MB at a time, and each thread may be two such parts ahead of the report.',
  memory: () =>
    'With hints, the hashes of the accounts take up to 64 MB, and half as much again while the table grows. Two threads and their parts of the file add to that. Without hints, nothing is kept.',
  rejected: () => 'Most of the time is spent on creating the objects of the verdict.',
  page: ({ sizes: { parts } }) =>
    `The code of the module is ${share(parts, 'wasm code')} of it, the catalogue and the texts ${share(parts, 'wasm data')}, the JavaScript ${share(parts, 'script')}.`,
  Node: ({ starts: { parts } }) =>
    `Decoding the module takes ${ms(parts.decode)}, compiling it ${ms(parts.compile)}; both grow with its size.`,
  'csv without hints': () =>
    'The command line checks NDJSON in two threads; CSV is read in one, because a line end may be inside quotes.',
};

/**
 * @param {string} id of the aim
 * @param {object} parts the figures of all parts
 */
export function reasonOf(id, parts) {
  return REASONS[id]?.(parts);
}

function inEightForms({ works }, mine) {
  const work = works['NDJSON, eight forms'];
  return `Rows of eight forms, as a script writes them, take ${ratio(mine(work).ns / bestPeer(work).ns)} of the best validator.`;
}

const share = (parts, name) => `${(parts[name] / 1000).toFixed(1)} kB`;
