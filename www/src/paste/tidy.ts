/** Formats pasted JSON of one long line, so that each problem has its own line. Every token stays. */
import { applyEdits, format } from 'jsonc-parser';

/** Shorter lines stay. */
const LONG_LINE = 100;

export function tidy(text: string): string {
  const line = text.trim();
  if (line.length <= LONG_LINE || line.includes('\n') || !line.startsWith('{')) return text;
  try {
    JSON.parse(line);
  } catch {
    return text;
  }
  return applyEdits(line, format(line, undefined, { tabSize: 2, insertSpaces: true }));
}
