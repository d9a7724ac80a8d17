/** Adds columns at the start of a CSV file. */

const DELIMITERS = [',', ';', '\t'];

/** The delimiter of a header: the one of a line `sep=`, or else the one that is most frequent outside of quotes. */
export function delimiterOf(header: string): string {
  const [, named] = SEPARATOR_LINE.exec(header) ?? [];
  if (named !== undefined) return named;
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] as string;
}

const SEPARATOR_LINE = /^\ufeff?\s*"?sep=(.)"?[^\S\r\n]*(?:\r\n|\r|\n)/i;

/** @param header - The beginning of the file up to its first row: a byte order mark, a line `sep=`, blank lines, the column names. */
export function withColumns(header: string, names: readonly string[]): string {
  const at = namesAt(header);
  return header.slice(0, at) + cellsBefore(names, delimiterOf(header)) + header.slice(at);
}

/** Whether the first columns have these names. */
export function startsWithColumns(header: string, names: readonly string[]): boolean {
  return header.startsWith(cellsBefore(names, delimiterOf(header)), namesAt(header));
}

function namesAt(header: string): number {
  const [before = ''] = /^\ufeff?\s*/.exec(header.replace(SEPARATOR_LINE, (line) => ' '.repeat(line.length))) ?? [];
  return before.length;
}

/** A row without its first cells; the whole row if it has fewer. A cell may be too long for a regular expression. */
export function withoutCells(row: string, count: number, delimiter: string): string {
  let at = 0;
  for (let cell = 0; cell < count; cell++) {
    // A cell with quotes in it is several quoted texts in a row.
    while (row[at] === '"') {
      at = row.indexOf('"', at + 1) + 1;
      if (at === 0) return row;
    }
    at = row.indexOf(delimiter, at) + 1;
    if (at === 0) return row;
  }
  return row.slice(at);
}

/** Cells for the front of a row, with a delimiter after each; quoted if they must be (RFC 4180). */
export function cellsBefore(cells: readonly string[], delimiter: string): string {
  return cells
    .map((cell) => {
      const isQuoted = /["\r\n]|^\s|\s$/.test(cell) || cell.includes(delimiter);
      return (isQuoted ? `"${cell.replaceAll('"', '""')}"` : cell) + delimiter;
    })
    .join('');
}
