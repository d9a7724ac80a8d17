/** Reads a key from a file. */

/** No key is larger. */
const MAX_FILE_BYTES = 65_536;
const KEY = /-----BEGIN ([^-\n]+)-----[\s\S]*?-----END \1-----/g;
/** Binary files have NUL bytes or are not valid UTF-8. */
const NOT_TEXT = /[\0\uFFFD]/;

/** @returns the key with `\n` as line breaks; `undefined` if the file is too large or not a text file. */
export async function readKeyFile(file: File): Promise<string | undefined> {
  if (file.size > MAX_FILE_BYTES) return undefined;
  const text = (await file.text().catch(() => '\0')).replaceAll(/\r\n?/g, '\n');
  return NOT_TEXT.test(text) ? keysIn(text) : text;
}

/** The keys of a file whose comments are in another encoding, such as Latin-1; the comments would be damaged. */
function keysIn(text: string): string | undefined {
  // The key alone of a JSON file is not enough.
  if (/^\s*\{/.test(text)) return undefined;
  const keys = text.match(KEY)?.join('\n') ?? '';
  // A key without its end would be lost.
  const isCut = text.replaceAll(KEY, '').includes('-----BEGIN');
  return keys === '' || isCut || NOT_TEXT.test(keys) || text.includes('\0') ? undefined : `${keys}\n`;
}
