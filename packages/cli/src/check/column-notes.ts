/** Notes about columns that were not read under their names. */
import type { ReadColumn, RowsReport } from 'auth-object/rows';

/** Sentences that follow the name of the file. What `--map` names is only mentioned if no row has it. */
export function columnNotes({ columns, total, format }: RowsReport): string[] {
  const named = (by: ReadColumn['by']) => columns.filter((column) => column.by === by);
  // In JSON, other keys are always left out.
  const ignored = (format === 'csv' ? named('ignored') : []).map(({ column }) => `"${column}"`);
  const absent = format === 'csv' || total === 0 ? [] : named('map').filter(({ rows }) => rows === 0);
  return [
    ...named('similar_name').map(({ column, field }) => `column "${column}" is read as ${field}.`),
    ...absent.map(({ column }) => `no row has the key "${column}".`),
    ...(ignored.length === 0 ? [] : [`ignored columns: ${ignored.join(', ')}.`]),
  ];
}
