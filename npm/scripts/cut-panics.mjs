// Empties the functions that would word a panic, and blanks the places that they would name.
//
// Nobody hears a panic's words in a wasm without a console: it ends in a trap all the same. Without them some 70
// functions go, all of core::fmt among them, which therefore nothing else of the crate may use. The compiler's own way
// (panic=immediate-abort) is not stable.
import { readFileSync, writeFileSync } from 'node:fs';
import binaryen from 'binaryen';

/** Names as wasm-bindgen writes them, without the hashes of crates. */
const WORDS = [
  /\b(core|std)::(panicking|fmt)::/,
  /\b(core|std|alloc)::.*(_fail|_fail_rt|_failed|_failed_inner|handle_error|handle_alloc_error)$/,
  /^core::cell::panic_already/,
  /^std::(alloc|sys::backtrace)::/,
  /^__rustc::rust_(begin_unwind|panic)$/,
];

/**
 * Writes the wasm without them; throws where there are none, because then the names have changed.
 *
 * @param {string} file
 */
export function cutPanics(file) {
  binaryen.setDebugInfo(true);
  const module = binaryen.readBinary(readFileSync(file));
  let cut = 0;
  for (let index = 0; index < module.getNumFunctions(); index++) {
    const reference = module.getFunctionByIndex(index);
    const { name, module: imported } = binaryen.getFunctionInfo(reference);
    const plain = name.replaceAll(/\[[0-9a-f]+\]/g, '');
    if (imported || !WORDS.some((words) => words.test(plain))) continue;
    binaryen.Function.setBody(reference, module.unreachable());
    cut += 1;
  }
  if (cut === 0) throw new Error(`${file} names no function of core::panicking`);
  writeFileSync(file, blankPlaces(Buffer.from(module.emitBinary())));
  module.dispose();
}

/** A source file as a panic names it, ended by a zero. */
const SOURCE = /(?<=\0|^|[^\w/.-])(?:\/rustc\/|cargo\/|src\/)[\w./-]+\.rs(?=\0)/g;

/**
 * The same wasm with zeros for the places that panics name: the files, and what points at them with a line and a column
 * (`core::panic::Location`).
 */
function blankPlaces(bytes) {
  for (const { start, end, address } of segments(bytes)) {
    const data = bytes.subarray(start, end);
    const files = new Map();
    for (const { 0: name, index } of data.toString('latin1').matchAll(SOURCE)) files.set(address + index, name.length);
    for (let at = -address & 3; at + 16 <= data.length; at += 4) {
      if (files.get(data.readUInt32LE(at)) === data.readUInt32LE(at + 4)) data.fill(0, at, at + 16);
    }
    for (const [place, length] of files) data.fill(0, place - address, place - address + length);
  }
  return bytes;
}

/** Where the bytes of each active data segment stand in the file, and at which address in memory. */
function* segments(bytes) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const part = bytes[at++];
      value |= (part & 127) << shift;
      if (part < 128) return value;
    }
  };
  while (at < bytes.length) {
    const section = bytes[at++];
    const next = number() + at;
    if (section === 11) {
      for (let left = number(); left > 0; left--) {
        // Flags 0, then `i32.const ADDRESS end`.
        if (number() !== 0) throw new Error('a data segment that is not active');
        at += 1;
        const address = number();
        at += 1;
        const length = number();
        yield { start: at, end: at + length, address };
        at += length;
      }
    }
    at = next;
  }
}
