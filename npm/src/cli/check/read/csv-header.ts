/** The header row of a CSV file: which column holds what. */
import { UnreadableError } from '../unreadable.js';

/** A column that holds a field. */
export interface CsvField {
  readonly column: number;
  readonly name: string;
  /** The name as a member of a JSON object begins with it. */
  readonly member: string;
}

/** Where the columns are; what is absent is `undefined`. */
export interface CsvHeader {
  readonly columns: number;
  readonly slug: number;
  readonly linkedAccountId: number | undefined;
  readonly authType: number | undefined;
  /** The other columns: fields of the auth_object. */
  readonly fields: readonly CsvField[];
}

const SPECIAL = ['slug', 'linked_account_id', 'auth_type'];

/**
 * Reads a header. The names may stand in any order, and in outer white space.
 *
 * @throws UnreadableError where no column is named slug, or two have one name. No name is shown: a file without a
 *   header has a credential here.
 */
export function csvHeader(cells: readonly string[]): CsvHeader {
  const names = cells.map(nameOf);
  // Columns without a name are left over from a spreadsheet; what stands in them is refused as any unknown field.
  const named = [...names.entries()].filter(([, name]) => name !== '');
  const places = new Map<string, number>();
  for (const [column, name] of named) {
    const other = places.get(name);
    if (other !== undefined) {
      throw new UnreadableError(`columns ${other + 1} and ${column + 1} of the CSV header have the same name.`);
    }
    places.set(name, column);
  }
  const slug = places.get('slug');
  if (slug === undefined) {
    throw new UnreadableError(
      `the CSV header (${cells.length} ${cells.length === 1 ? 'column' : 'columns'}) has no column "slug"; its columns are slug, linked_account_id, auth_type, then fields. Say --format where this is no CSV.`,
    );
  }
  return {
    columns: cells.length,
    slug,
    linkedAccountId: places.get('linked_account_id'),
    authType: places.get('auth_type'),
    fields: names.flatMap((name, column) =>
      SPECIAL.includes(name) ? [] : [{ column, name, member: `${JSON.stringify(name)}:` }],
    ),
  };
}

/** The three names that are ours may be capitalised, as spreadsheets do. */
function nameOf(cell: string): string {
  const name = cell.trim();
  const lower = name.toLowerCase();
  return SPECIAL.includes(lower) ? lower : name;
}

const DELIMITERS = [',', ';', '\t'];

/** The delimiter of a header line: the one that stands in it most often, outside of quotes. */
export function delimiterOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] as string;
}

/** Whether a line may be the header of a CSV file of requests. */
export function isCsvHeader(line: string): boolean {
  const cells = line.split(delimiterOf(line)).map((cell) => nameOf(cell.trim().replace(/^"(.*)"$/, '$1')));
  return cells.includes('slug');
}
