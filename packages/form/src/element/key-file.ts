/** Reads a key from a file. */

/** No key is larger. */
const MAX_FILE_BYTES = 65_536;

/** @returns the key with `\n` as line breaks; `undefined` if the file is too large or not a text file. */
export async function readKeyFile(file: File): Promise<string | undefined> {
  if (file.size > MAX_FILE_BYTES) return undefined;
  const text = await file.text().catch(() => undefined);
  // Binary files have NUL bytes or are not valid UTF-8.
  if (text === undefined || /[\0\uFFFD]/.test(text)) return undefined;
  return text.replaceAll(/\r\n?/g, '\n');
}
