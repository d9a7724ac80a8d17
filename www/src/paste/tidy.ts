/** Pasted JSON in one long line, spread over lines, so that a problem has a line of its own. Every token stays. */
import { applyEdits, format } from 'jsonc-parser';

/** A shorter line is read as it is. */
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
