import { describe, expect, it } from 'vitest';
import { cellsBefore, delimiterOf, withColumns, withoutCells } from './csv-columns.ts';

describe('columns in front', () => {
  it('finds the delimiter', () => {
    for (const [header, delimiter] of [
      ['slug,email\n', ','],
      ['slug;email;"a, b, c, d"\r\n', ';'],
      ['slug\temail\n', '\t'],
      ['\ufeffsep=;\r\nslug;email\r\n', ';'],
      ['sep=|\nslug|email\n', '|'],
      ['slug\n', ','],
    ] as const) {
      expect(delimiterOf(header), header).toBe(delimiter);
    }
  });
  it('adds names to the header, after a mark, sep= and blank lines', () => {
    for (const [header, result] of [
      ['slug,email\n', 'line,problems,slug,email\n'],
      ['\ufeffslug;email\r\n', '\ufeffline;problems;slug;email\r\n'],
      ['\ufeffsep=;\r\nslug;email\r\n', '\ufeffsep=;\r\nline;problems;slug;email\r\n'],
      ['\n\n"slug",email\n', '\n\nline,problems,"slug",email\n'],
    ] as const) {
      expect(withColumns(header, ['line', 'problems'])).toBe(result);
    }
  });
  it('quotes what must be quoted', () => {
    expect(cellsBefore(['4', 'Enter the "Email", please.', ' x'], ',')).toBe('4,"Enter the ""Email"", please."," x",');
    expect(cellsBefore(['a,b', 'a;b'], ';')).toBe('a,b;"a;b";');
  });
  it('removes them again, however long they are', () => {
    for (const cell of ['4', '', '""', '"a,""b"', '"a\n"', `"${'x'.repeat(20 << 20)}"`, `"${'""'.repeat(10 << 20)}"`]) {
      expect(withoutCells(`${cell},${cell},"c",d`, 2, ',')).toBe('"c",d');
    }
    for (const row of ['a', 'a,b', '"a,b,c', 'a,"b,c']) expect(withoutCells(row, 2, ',')).toBe(row);
  });
});
