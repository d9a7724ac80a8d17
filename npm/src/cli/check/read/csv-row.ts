/** A row of CSV as the request that it stands for, and back. */
import type { CsvHeader } from './csv-header.js';

/**
 * The request of a row, as JSON text. An empty cell is an absent field. The cells hold a byte a character (Latin-1), and
 * so does the text: bytes that are not UTF-8 reach the rules as they are.
 *
 * No cell is trimmed. `--out-ok` writes accepted rows byte for byte, so `" gmail"` must be rejected here: whoever sends
 * the written row sends that slug.
 */
export function requestText(cells: readonly string[], header: CsvHeader): string {
  const slug = cells[header.slug];
  const account = header.linkedAccountId === undefined ? '' : cells[header.linkedAccountId];
  const authType = header.authType === undefined ? '' : cells[header.authType];
  let fields = '';
  // A loop, for a sheet may have hundreds of columns, nearly all of them empty.
  for (const { column, member } of header.fields) {
    const value = cells[column];
    if (value) fields += `${fields === '' ? '' : ','}${member}${JSON.stringify(value)}`;
  }
  const object = authType ? `{${JSON.stringify(authType)}:{${fields}}}` : `{${fields}}`;
  const first = slug ? `"slug":${JSON.stringify(slug)},` : '';
  const second = account ? `"linked_account_id":${JSON.stringify(account)},` : '';
  return `{${first}${second}"auth_object":${object}}`;
}

interface Request {
  readonly slug?: unknown;
  readonly linked_account_id?: unknown;
  readonly auth_object?: Record<string, unknown>;
}

/**
 * The cells of a changed request, each a text; `undefined` where it has a field that no column is for.
 */
export function cellsOf(data: unknown, header: CsvHeader): string[] | undefined {
  const { slug, linked_account_id: account, auth_object: object = {} } = data as Request;
  const cells = new Array<string>(header.columns).fill('');
  const put = (column: number | undefined, value: unknown): boolean => {
    if (value === undefined) return true;
    if (column === undefined || typeof value !== 'string') return false;
    cells[column] = value;
    return true;
  };
  const [first] = Object.entries(object);
  const isTyped = first !== undefined && typeof first[1] === 'object' && first[1] !== null;
  const fields = isTyped ? (first[1] as Record<string, unknown>) : object;
  const isWhole = [
    put(header.slug, slug),
    put(header.linkedAccountId, account),
    put(header.authType, isTyped ? first[0] : undefined),
    ...Object.entries(fields).map(([name, value]) =>
      put(header.fields.find((field) => field.name === name)?.column, value),
    ),
  ];
  return isWhole.every(Boolean) ? cells : undefined;
}

/** A line of CSV, quoted where it must be (RFC 4180). */
export function csvLine(cells: readonly string[], delimiter: string): string {
  return cells
    .map((cell) => {
      const isQuoted = /["\r\n]|^\s|\s$/.test(cell) || cell.includes(delimiter);
      return isQuoted ? `"${cell.replaceAll('"', '""')}"` : cell;
    })
    .join(delimiter);
}
