// The functions and the data of a wasm file (WebAssembly Core Specification 2.0, 5.5).

const CUSTOM = 0;
const IMPORT = 2;
const CODE = 10;
const DATA = 11;

/** Reads numbers, from a place on. */
class Cursor {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** LEB128; of signed ones the bits. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const part = this.byte();
      value |= (part & 127) << shift;
      if (part < 128) return value >>> 0;
    }
  }

  /** Bytes whose length comes first. */
  piece() {
    const length = this.number();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/** A cursor at the content of each section of that kind. */
function* sections(wasm, kind) {
  const cursor = new Cursor(wasm, 8);
  while (cursor.at < wasm.length) {
    const found = cursor.byte();
    const content = cursor.piece();
    if (found === kind) yield new Cursor(content);
  }
}

/**
 * @param {Buffer} wasm with a name section
 * @returns {Generator<{ name: string, body: Buffer }>} every function that is no import
 */
export function* functions(wasm) {
  const names = namesOf(wasm);
  let index = importedFunctions(wasm);
  for (const cursor of sections(wasm, CODE)) {
    for (let left = cursor.number(); left > 0; left--) {
      yield { name: names.get(index++) ?? '', body: cursor.piece() };
    }
  }
}

/**
 * @param {Buffer} wasm
 * @returns {Generator<Buffer>} the bytes of every active data segment of the first memory
 */
export function* segments(wasm) {
  for (const cursor of sections(wasm, DATA)) {
    for (let left = cursor.number(); left > 0; left--) {
      // Flags 0, then `i32.const ADDRESS end`.
      if (cursor.number() !== 0) throw new Error('a data segment of another kind');
      cursor.byte();
      cursor.number();
      cursor.byte();
      yield cursor.piece();
    }
  }
}

function importedFunctions(wasm) {
  let count = 0;
  for (const cursor of sections(wasm, IMPORT)) {
    for (let left = cursor.number(); left > 0; left--) {
      cursor.piece();
      cursor.piece();
      const kind = cursor.byte();
      // wasm-bindgen imports functions only.
      if (kind !== 0) throw new Error('an import that is no function');
      cursor.number();
      count += 1;
    }
  }
  return count;
}

/** The functions' names by their indexes. */
function namesOf(wasm) {
  const names = new Map();
  for (const cursor of sections(wasm, CUSTOM)) {
    if (cursor.piece().toString() !== 'name') continue;
    while (cursor.at < cursor.bytes.length) {
      const kind = cursor.byte();
      const part = new Cursor(cursor.piece());
      for (let left = kind === 1 ? part.number() : 0; left > 0; left--) {
        names.set(part.number(), part.piece().toString());
      }
    }
  }
  return names;
}
