/** The cells of a row of CSV, as they are stored. */

const QUOTE = 0x22;

/**
 * Splits a row into its cells, with their quotes.
 *
 * @param delimiter - One ASCII character.
 * @returns `undefined` if a quote is not closed.
 */
export function splitCells(row: Buffer, delimiter: string): Buffer[] | undefined {
  const separator = delimiter.charCodeAt(0);
  const cells: Buffer[] = [];
  let start = 0;
  for (;;) {
    const from = row[start] === QUOTE ? afterQuotes(row, start) : start;
    if (from === undefined) return undefined;
    const end = row.indexOf(separator, from);
    if (end < 0) return [...cells, row.subarray(start)];
    cells.push(row.subarray(start, end));
    start = end + 1;
  }
}

/** A cell, in quotes if it needs them. */
export function csvCell(text: string, delimiter: string): string {
  const needsQuotes = text.includes(delimiter) || /["\r\n]/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The place after the quote that closes a cell. */
function afterQuotes(row: Buffer, start: number): number | undefined {
  let at = start + 1;
  for (;;) {
    const quote = row.indexOf(QUOTE, at);
    if (quote < 0) return undefined;
    if (row[quote + 1] !== QUOTE) return quote + 1;
    at = quote + 2;
  }
}
