// Finds the wasm that a call compiles. The package contains it as a string.

/** @returns {Uint8Array} the largest module that is compiled while `call` runs */
export function compiledBy(call) {
  const { Module } = WebAssembly;
  let largest = new Uint8Array(0);
  WebAssembly.Module = new Proxy(Module, {
    construct(target, [bytes]) {
      if (bytes.length > largest.length) largest = bytes.slice();
      return new target(bytes);
    },
  });
  try {
    call();
  } finally {
    WebAssembly.Module = Module;
  }
  return largest;
}
