// Tables, for the page and for the terminal.
import { aims, holds } from './aims.mjs';
import { ratio } from './figures.mjs';
import { tables } from './tables.mjs';

/** A table in Markdown. */
export function markdown({ head, rows }) {
  const line = (cells) => `| ${cells.join(' | ')} |`.replaceAll(/ {2,}/g, ' ');
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

/** The aims as a table. */
export function aimsTable(parts) {
  const verdict = (aim) => (holds(aim) ? 'holds' : `missed, ${ratio(aim.factor)} times the aim`);
  const rows = aims(parts).map((one) => [one.aim, one.figure, verdict(one)]);
  return { title: 'Aims', head: ['aim', 'figure', ''], rows };
}

/** All tables for the terminal. */
export function printed({ parts }) {
  return [...Object.values(tables(parts)), aimsTable(parts)].map(plain).join('\n');
}

function plain({ title, head, rows }) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ');
  return [`\n${title}`, ...all.map(line)].join('\n');
}
