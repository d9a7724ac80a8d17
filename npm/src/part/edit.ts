/** The part that edits values, for `repair`. */
import text from 'auth-object:wasm/edit';
import { startPart } from './part.js';

/** What it offers; see src/wasm/views.rs. */
export interface Editor {
  edit(kind: number, length: number): number;
}

let part: Editor | undefined;

/** The part, started when it is not there yet. */
export function editor(): Editor {
  part ??= startPart<Editor>(text);
  return part;
}
