/**
 * Text for a cell of CSV that a spreadsheet does not run. Names in a text come from the checked file, and a text that
 * starts with `=` would be a formula.
 */
export function spreadsheetText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
