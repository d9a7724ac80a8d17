/** Rows that are counted, and where the first ones are. */

/** How many places are listed. */
const FIRST_PLACES = 5;

/** A number of rows, and the places of the first ones. */
export interface Places {
  count: number;
  readonly places: { readonly file: string; readonly line: number }[];
}

/** Adds rows of a file. */
export function addPlaces(sum: Places, file: string, rows: number, lines: readonly number[]): void {
  sum.count += rows;
  for (const line of lines) if (sum.places.length < FIRST_PLACES) sum.places.push({ file, line });
}
