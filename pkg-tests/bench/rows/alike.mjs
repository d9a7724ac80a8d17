// Rows as one script writes them: a few forms, with a different account in each row.
import { requests } from '../requests.mjs';

const FORMS = 8;

/**
 * @param {{ compact: object, samples: object }} catalogue
 * @param {number} count
 * @returns {object[]} rows
 */
export function alikeRows({ compact, samples }, count) {
  const forms = requests(compact, FORMS, { samples, share: 0 });
  return Array.from({ length: count }, (_, number) => numbered(forms[number % FORMS].row, number));
}

/** A request without its values, as a string. */
export function formOf({ row, text }) {
  return row === undefined ? text : JSON.stringify(row, (key, value) => (isValue(key, value) ? '' : value));
}

function isValue(key, value) {
  return typeof value === 'string' && key !== 'slug';
}

/** The request of another account. A number at the end of a credential would break its format. */
function numbered(row, number) {
  return { ...row, linked_account_id: `${row.linked_account_id}${number}` };
}
