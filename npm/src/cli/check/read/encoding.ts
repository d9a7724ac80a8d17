/** What the first bytes of a file say of how it is written. */
import { UnreadableError } from '../unreadable.js';

/** UTF-8's byte order mark. */
const MARK = [0xef, 0xbb, 0xbf];
const GZIP = [0x1f, 0x8b];
/** So many bytes tell whether it is gzip. */
export const GZIP_BYTES = GZIP.length;

const LINE_END = 10;
/** So many bytes tell all that is told here. */
const LONGEST = 5;

/** What is told apart only to say what to do with it. */
const OTHERS: readonly (readonly [bytes: readonly number[], words: string])[] = [
  [[0xff, 0xfe], 'is UTF-16, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8'],
  [[0xfe, 0xff], 'is UTF-16, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8'],
  [[0x50, 0x4b, 0x03, 0x04], 'is a zip archive or a spreadsheet; unpack it, or save the sheet as CSV (UTF-8)'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'is compressed with zstd; unpack it, or compress it with gzip'],
  [[0x42, 0x5a, 0x68], 'is compressed with bzip2; unpack it, or compress it with gzip'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'is compressed with xz; unpack it, or compress it with gzip'],
  [[0x50, 0x41, 0x52, 0x31], 'is Parquet; export it as CSV or NDJSON'],
];

const startsWith = (head: Uint8Array, bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte);

/** Whether the bytes are those of gzip (RFC 1952). */
export function isGzip(head: Uint8Array): boolean {
  return startsWith(head, GZIP);
}

/** Whether the bytes are enough to tell; a whole line of text is, for whoever waits for an answer to it. */
export function tellsEncoding(head: Uint8Array): boolean {
  return head.length >= LONGEST || (head.includes(LINE_END) && !head.includes(0));
}

/** The length of the byte order mark that the text starts with, or 0. */
export function markBytes(head: Uint8Array): number {
  return startsWith(head, MARK) ? MARK.length : 0;
}

/** @throws UnreadableError for what is no UTF-8, where the first bytes say so. */
export function verifyEncoding(head: Uint8Array): void {
  const other = OTHERS.find(([bytes]) => startsWith(head, bytes));
  if (other !== undefined) throw new UnreadableError(`${other[1]}.`);
  // Text in Latin letters has every other byte zero in UTF-16, also without a mark.
  const [first, second, third, fourth] = head;
  const isWide = (first === 0 && third === 0 && second && fourth) || (second === 0 && fourth === 0 && first && third);
  if (isWide) throw new UnreadableError('looks like UTF-16, not UTF-8; convert it: iconv -f UTF-16LE -t UTF-8.');
}
