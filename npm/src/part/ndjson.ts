/** The part that judges rows; the class of its bindings is what is called. */
import { imports, NdjsonChecker, setExports } from 'auth-object:glue';
import text from 'auth-object:wasm/ndjson';
import { startPart } from './part.js';

/** The class that judges rows; its methods read the input buffer. */
export type Rows = NdjsonChecker;

interface Ndjson extends WebAssembly.Exports {
  __wbindgen_start(): void;
}

let part: Ndjson | undefined;

/** The class, for which the part is started when it is not there yet. */
export function ndjson(): typeof NdjsonChecker {
  if (part === undefined) {
    part = startPart<Ndjson>(text, imports);
    setExports(part);
    part.__wbindgen_start();
  }
  return NdjsonChecker;
}
