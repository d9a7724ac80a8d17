// The time for a row of each format, in one process.
import { agreed } from '../agreed.mjs';

export const title = 'Rows';

/** @param {import('../context.mjs').Context} context */
export async function measure({ ask }) {
  const formats = [];
  for (const format of ['ndjson', 'csv', 'json']) formats.push(await ask(`Rows: ${format}`, 'rows/rows.mjs', format));
  const works = Object.assign({}, ...formats.map((one) => one.works));
  agreed(works);
  const [{ rows, rounds, forms, bytes }, csv, json] = formats;
  return { rows, rounds, forms, bytes: { ndjson: bytes, csv: csv.bytes, json: json.bytes }, works };
}
