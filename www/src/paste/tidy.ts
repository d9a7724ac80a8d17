/** Formats pasted JSON of one long line, so that each problem has its own line. Every token stays. */
import { format } from 'jsonc-parser';
import { isTooDeep, LONGEST_REQUEST } from './size.ts';

/** Shorter lines stay. */
const LONG_LINE = 100;

export function tidy(text: string): string {
  const line = text.trim();
  if (line.length <= LONG_LINE || line.length > LONGEST_REQUEST) return text;
  if (line.includes('\n') || !line.startsWith('{') || isTooDeep(line)) return text;
  try {
    JSON.parse(line);
  } catch {
    return text;
  }
  // They are in order. `applyEdits` copies the text for each of them.
  let tidied = '';
  let at = 0;
  for (const { offset, length, content } of format(line, undefined, { tabSize: 2, insertSpaces: true })) {
    tidied += line.slice(at, offset) + content;
    at = offset + length;
  }
  return tidied + line.slice(at);
}
