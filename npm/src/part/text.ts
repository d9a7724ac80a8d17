/** The part that reads JSON text; a page that hands over objects lacks it. */
import text from 'auth-object:wasm/text';
import { startPart } from './part.js';

/** What it offers; see src/wasm/check.rs. */
export interface TextReader {
  checkText(length: number, flags: number, nowSeconds: number): number;
}

let part: TextReader | undefined;

/** The part, started when it is not there yet. */
export function textReader(): TextReader {
  part ??= startPart<TextReader>(text);
  return part;
}
