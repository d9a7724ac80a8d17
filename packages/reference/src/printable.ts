/** Text from outside, made safe for a terminal, a web page and code. */

/**
 * What moves the cursor, gives the terminal an order, reverses text or cannot be seen: control and format characters,
 * separators of lines and paragraphs, halves of surrogate pairs.
 */
const KINDS = String.raw`\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}`;
/** Persian words and emoji have joiners, between characters that are neither ASCII nor unsafe. There they are safe. */
const LETTER = `[^\\p{ASCII}${KINDS}]`;
const UNSAFE = new RegExp(`[${KINDS}](?<!${LETTER}[\\u200c\\u200d](?=${LETTER}))`, 'gu');

/** What GitHub Actions reads as an order in all output: `##[error]` anywhere, `::error::` at the start of a line. */
const OLD_ORDER = /#(?=#\[)/g;
const ORDER = /^(\s*):(?=:)/;

/** The text on one line, with each unsafe character as `\u001b`. All other characters stay as they are. */
export function printable(text: string): string {
  return text
    .replace(UNSAFE, escaped)
    .replace(OLD_ORDER, escaped)
    .replace(ORDER, (_, before: string) => before + escaped(':'));
}

/**
 * The same for text of several lines, such as JSON or code: its line ends stay. JSON has the same value afterwards, as
 * these characters can only be in its strings.
 */
export function printableLines(text: string): string {
  return text
    .replace(UNSAFE, (character) => (character === '\n' ? character : escaped(character)))
    .replace(OLD_ORDER, escaped);
}

/** Escapes each UTF-16 code unit, as JSON and JavaScript do. */
function escaped(character: string): string {
  return character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
