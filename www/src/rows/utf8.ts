/** The text of a file as UTF-8, so that the rows that a check found can be cut out of it. */
import { bytesOf, GzipError, isGzip } from './file-bytes.ts';

/** @returns The file itself if it is UTF-8. Other text is a copy, which the browser may keep on disk. */
export async function utf8Of(file: Blob, encoding: string | undefined): Promise<Blob> {
  if (!(await isGzip(file)) && (encoding ?? utf16Of(await headOf(file))) === undefined) return file;
  const parts: Blob[] = [];
  try {
    let decoder: TextDecoder | undefined;
    let isFirst = true;
    for await (const chunk of bytesOf(file)) {
      const label = isFirst ? (encoding ?? utf16Of(chunk)) : undefined;
      if (label !== undefined) decoder = new TextDecoder(label);
      isFirst = false;
      parts.push(new Blob([decoder ? decoder.decode(chunk, { stream: true }) : (chunk as Uint8Array<ArrayBuffer>)]));
    }
    parts.push(new Blob([decoder?.decode() ?? '']));
  } catch (error) {
    // What comes before the damage was checked.
    if (!(error instanceof GzipError)) throw error;
  }
  return new Blob(parts);
}

async function headOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, 4).arrayBuffer());
}

/** The label of UTF-16, by the mark, or by every other byte being zero. */
function utf16Of([a, b, c, d]: Uint8Array): string | undefined {
  if ((a === 0xff && b === 0xfe) || (a && b === 0 && c && d === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b && c === 0 && d)) return 'utf-16be';
  return undefined;
}
