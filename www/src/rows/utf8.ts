/** The text of a file as UTF-8: the positions of rows count its bytes. */
import { RowDecoder } from 'auth-object/rows';
import { bytesOf, GzipError, isGzip } from './file-bytes.ts';

/** @returns The file itself if it is UTF-8. Other text is a copy, which the browser may keep on disk. */
export async function utf8Of(file: Blob, encoding: string | undefined): Promise<Blob> {
  if (!(await isGzip(file)) && (await isUtf8(file, encoding))) return file;
  const decoder = new RowDecoder(encoding);
  const parts: Blob[] = [];
  try {
    for await (const chunk of bytesOf(file)) parts.push(blobOf(decoder.push(chunk)));
  } catch (error) {
    // The rows before the damage were checked.
    if (!(error instanceof GzipError)) throw error;
  }
  parts.push(blobOf(decoder.end()));
  return new Blob(parts);
}

async function isUtf8(file: Blob, encoding: string | undefined): Promise<boolean> {
  const decoder = new RowDecoder(encoding);
  decoder.push(await file.slice(0, 4).arrayBuffer());
  return (decoder.encoding ?? 'utf-8') === 'utf-8';
}

function blobOf(bytes: Uint8Array): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>]);
}
