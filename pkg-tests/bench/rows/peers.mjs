// How a JavaScript program checks rows with another validator: the fastest reader of each format, then the check.
import { inferSchema, initParser } from 'udsv';

/** Counts the rows of NDJSON, in chunks of bytes, that `checkText` accepts. */
export function checkLines(chunks, checkText) {
  const decoder = new TextDecoder();
  let rest = '';
  let accepted = 0;
  for (const chunk of chunks) {
    const text = rest + decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      if (checkText(text.slice(start, end))) accepted += 1;
      start = end + 1;
    }
    rest = text.slice(start);
  }
  return rest !== '' && checkText(rest) ? accepted + 1 : accepted;
}

/** Counts the rows of a JSON array that `checkRow` accepts. */
export function checkArray([bytes], checkRow) {
  let accepted = 0;
  for (const row of JSON.parse(new TextDecoder().decode(bytes))) if (checkRow(row)) accepted += 1;
  return accepted;
}

/** Counts the rows of CSV that `checkRow` accepts. */
export function checkCsv([bytes], checkRow) {
  let accepted = 0;
  for (const row of rowsOfCsv(bytes)) if (checkRow(row)) accepted += 1;
  return accepted;
}

/** µDSV is the fastest CSV reader in JavaScript. It is set to read every column as strings. */
function* rowsOfCsv(bytes) {
  const text = new TextDecoder().decode(bytes);
  const parser = initParser(inferSchema(text, { trim: false }));
  const names = parser.schema.cols.map(({ name }) => name);
  const [slug, authType] = [names.indexOf('slug'), names.indexOf('auth_type')];
  const fields = names.flatMap((name, index) =>
    /^(slug|linked_account_id|auth_type)$/.test(name) ? [] : [[name, index]],
  );
  for (const cells of parser.stringArrs(text)) {
    const object = {};
    for (const [name, index] of fields) if (cells[index] !== '') object[name] = cells[index];
    yield { slug: cells[slug], auth_object: cells[authType] === '' ? object : { [cells[authType]]: object } };
  }
}
