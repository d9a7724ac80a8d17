// Rows that every format can contain, of some apps, as in a migration.
import { FAULTS, requests } from '../requests.mjs';

/** One app in ten: 21 apps, whose fields make a table of 17 columns beside slug, linked_account_id and auth_type. */
const EVERY = 10;

/** The faults that a row of CSV can have. */
const IN_CELLS = [
  ...['unknown app', 'slug missing', 'empty auth_object', 'unknown auth type'],
  ...['field missing', 'field too many', 'value is blank'],
];

/**
 * @param {{ compact: object, samples: object }} catalogue
 * @param {number} count
 * @returns {object[]} rows, 5 in 100 bad
 */
export function sampleRows({ compact, samples }, count) {
  return requests(someOf(compact), count, { samples, kinds: IN_CELLS }).map(({ row }) => row);
}

/** Bad rows of the same apps. */
export function badSampleRows({ compact, samples }, count) {
  return requests(someOf(compact), count, { samples, kinds: IN_CELLS, share: 1 }).map(({ row }) => row);
}

/** Bad rows of all apps, of every kind that is JSON: few in a thousand are wrong in the same way. */
export function badRows({ compact, samples }, count) {
  return requests(compact, count, { samples, kinds: Object.keys(FAULTS), share: 1 }).map(({ row }) => row);
}

function someOf(compact) {
  return Object.fromEntries(Object.entries(compact).filter((_, index) => index % EVERY === 0));
}
