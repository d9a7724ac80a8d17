/** What the name of a file says about its format. */
import type { RowFormat } from 'auth-object/rows';

const ENDINGS: readonly (readonly [ending: RegExp, format: RowFormat])[] = [
  [/\.(ndjson|jsonl)(\.gz)?$/i, 'ndjson'],
  [/\.(csv|tsv)(\.gz)?$/i, 'csv'],
];

export function formatOfName(name: string): RowFormat | undefined {
  return ENDINGS.find(([ending]) => ending.test(name))?.[1];
}
