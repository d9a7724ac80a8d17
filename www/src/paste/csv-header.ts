/** Recognises CSV of requests by its header. */

const DELIMITERS = [',', ';', '\t'];

/** Whether a column is named slug, in any case and quotes. A line `sep=;` may be before the header. */
export function isCsvHeader(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/, 2);
  const header = (/^"?sep=/i.test(lines[0] ?? '') ? lines[1] : lines[0]) ?? '';
  return DELIMITERS.some((delimiter) => header.split(delimiter).length > 1 && header.split(delimiter).some(isSlug));
}

function isSlug(cell: string): boolean {
  return (
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim()
      .toLowerCase() === 'slug'
  );
}
