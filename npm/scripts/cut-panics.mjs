// Empties the functions that would word a panic.
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

/** Writes the wasm without them; throws where there are none, because then the names have changed. */
export function cutPanics(file) {
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
  writeFileSync(file, module.emitBinary());
  module.dispose();
}
