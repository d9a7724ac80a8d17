// Why an aim is missed, in one sentence, if it is known.
import { ms } from './figures.mjs';

const REASONS = {
  accepted: () =>
    'Most of the time goes to values that have a format or are not ordinary, such as e-mail addresses, URLs and passwords: the instance is asked about each.',
  rejected: () => 'Most of the time goes to the objects of the verdict, which are made in JavaScript.',
  page: ({ sizes: { parts } }) =>
    `The code of the module is ${share(parts, 'wasm code')} of it, the catalogue and the texts ${share(parts, 'wasm data')}, the JavaScript ${share(parts, 'script')}.`,
  Node: ({ starts: { parts } }) =>
    `Decoding the module takes ${ms(parts.decode)}, compiling it ${ms(parts.compile)}; both grow with its size.`,
  'csv without hints': () =>
    'The command line checks NDJSON in two threads; CSV is read in one, because a line end may stand inside quotes.',
};

/**
 * @param {string} id of the aim
 * @param {object} parts the figures of all parts
 */
export function reasonOf(id, parts) {
  return REASONS[id]?.(parts);
}

const share = (parts, name) => `${(parts[name] / 1000).toFixed(1)} kB`;
