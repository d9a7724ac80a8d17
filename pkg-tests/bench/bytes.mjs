// What the bytes of the wasm are that a page loads for checkAuthObject: `node pkg-tests/bench/bytes.mjs` builds it once
// more with the names of its functions, and prints a table. Nothing of the package changes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { functions, segments } from './wasm-parts.mjs';

/** The parts of the code by the names of functions, the first that fits; what fits none is `code: other`. */
const CODE = [
  ['hints and edits', /^auth_object::(hints|edit)\b/],
  ['rules, verdict', /^auth_object::(rules|judge|verdict|response|subject|context)\b|auth_object::verdict::Verdict/],
  ['readers', /^auth_object::request\b/],
  ['NDJSON', /^auth_object::(batch|wasm::ndjson)\b/],
  ['views', /^auth_object::catalog::(view|label|title)\b/],
  ['registerApp', /^auth_object::catalog::(register|structure)\b/],
  ['did you mean', /^auth_object::catalog::suggest\b/],
  ['catalogue', /^auth_object::catalog\b/],
  ['JSON writer', /^auth_object::(writer|written)\b|auth_object::written::/],
  ['what all of it uses', /^auth_object::(order|search|shown|joined)\b/],
  ['the boundary', /^auth_object::wasm\b|wasm_bindgen|externref/],
  ['allocator', /talc|^__rust|^__rustc/],
  ['libraries', /\b(core|alloc|std|smallvec|memchr|hashbrown)::|^mem(cpy|move|set|cmp)$/],
];

const TEXT = /[ -~\n]{6,}/g;

/**
 * Builds the wasm with names, and says what its bytes are.
 *
 * @returns {{ part: string, bytes: number, share: number, brotli: number }[]} by size. bytes: before compression;
 *   share: of all bytes, from 0 to 1; brotli: how much smaller the compressed wasm is without them, which adds up to
 *   less than the whole, as parts that are alike compress each other
 */
export function bytes() {
  const folder = mkdtempSync(join(tmpdir(), 'auth-object-'));
  const script = fileURLToPath(new URL('../../npm/scripts/build-wasm.mjs', import.meta.url));
  try {
    execFileSync(process.execPath, [script, '--names', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
    return rows(readFileSync(join(folder, 'auth_object_bg.wasm')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function rows(wasm) {
  const pieces = [...functions(wasm)].map(({ name, body }) => ({ part: `code: ${partOf(name)}`, piece: body }));
  for (const data of segments(wasm)) {
    const text = data.toString('latin1');
    let at = 0;
    for (const { 0: found, index } of text.matchAll(TEXT)) {
      pieces.push({ part: 'data: tables', piece: data.subarray(at, index) });
      pieces.push({ part: 'data: texts', piece: data.subarray(index, index + found.length) });
      at = index + found.length;
    }
    pieces.push({ part: 'data: tables', piece: data.subarray(at) });
  }
  const compressed = (some) => brotliCompressSync(Buffer.concat(some.map(({ piece }) => piece))).length;
  const size = (some) => some.reduce((sum, { piece }) => sum + piece.length, 0);
  const whole = { bytes: size(pieces), brotli: compressed(pieces) };
  const parts = [...new Set(pieces.map(({ part }) => part))].map((part) => {
    const bytes = size(pieces.filter((one) => one.part === part));
    const brotli = whole.brotli - compressed(pieces.filter((one) => one.part !== part));
    return { part, bytes, share: bytes / whole.bytes, brotli };
  });
  return parts.sort((a, b) => b.bytes - a.bytes);
}

/** Names are as wasm-bindgen writes them: with hashes of crates, and `<impl …>` before those of a trait's function. */
function partOf(name) {
  const plain = name.replaceAll(/\[[0-9a-f]+\]/g, '').replace(/^</, '');
  return CODE.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'other';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { part, bytes: size, share, brotli } of bytes()) {
    console.log(
      part.padEnd(28),
      `${size}`.padStart(8),
      `${(share * 100).toFixed(1)} %`.padStart(8),
      `${brotli}`.padStart(7),
    );
  }
}
