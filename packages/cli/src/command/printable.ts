/** Text from outside, made safe for a terminal and for the log of a CI server. */
import * as reference from '@auth-object/reference';

/** What GitHub Actions reads as an order in all output: `##[error]` anywhere, `::error::` at the start of a line. */
const OLD_ORDER = /#(?=#\[)/g;
const ORDER = /^(\s*):(?=:)/;

/** The text on one line, with each unsafe character as `\u001b`. All other characters stay as they are. */
export function printable(text: string): string {
  return reference
    .printable(text)
    .replace(OLD_ORDER, '\\u0023')
    .replace(ORDER, (_, before: string) => `${before}\\u003a`);
}

/**
 * The same for text of several lines, such as JSON or code: its line ends stay. JSON has the same value afterwards, as
 * these characters can only be in its strings.
 */
export function printableLines(text: string): string {
  return reference.printableLines(text).replace(OLD_ORDER, '\\u0023');
}
