// The rows of files that every format can hold: of some apps, as one migration has them.
import { FAULTS, requests } from '../requests.mjs';

/** One app in ten: 21 apps, whose fields make a table of 17 columns beside slug, linked_account_id and auth_type. */
const EVERY = 10;

/** What can be wrong in a row of CSV as well. */
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
  const some = Object.fromEntries(Object.entries(compact).filter((_, index) => index % EVERY === 0));
  return requests(some, count, { samples, kinds: IN_CELLS }).map(({ row }) => row);
}

/** Rows of every app that an endpoint would reject, of every kind that is JSON. */
export function rejectedRows({ compact, samples }, count) {
  return requests(compact, count, { samples, share: 1, kinds: Object.keys(FAULTS) }).map(({ row }) => row);
}
