/** Counts and line numbers as text. */

/** `lines 2, 5, 9, …`. */
export function linesOf(lines: readonly number[], rows: number): string {
  return `${rows === 1 ? 'line' : 'lines'} ${lines.map(number).join(', ')}${rows > lines.length ? ', …' : ''}`;
}

export function number(value: number): string {
  return value.toLocaleString('en');
}

/** `3 rows`. */
export function rowsIn(count: number): string {
  return `${number(count)} ${count === 1 ? 'row' : 'rows'}`;
}
