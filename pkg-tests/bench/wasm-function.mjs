// A wasm module of one function, (start, end) → number, over bytes that are copied into its memory piece by piece.

/** In bytes: of the input that is copied at a time. */
export const PIECE = 1 << 16;
const PAGE = 1 << 16;
/** In bytes: the most that a function looks at together. */
export const BLOCK = 64;
const [I32, FUNCTION] = [0x7f, 0x60];

/** A number as the format has it, without a sign. */
const leb = (number) => (number < 128 ? [number] : [(number & 127) | 128, ...leb(number >> 7)]);

/** A number with a sign. */
export function signed(number) {
  const value = BigInt(number);
  const low = Number(value & 127n);
  const rest = value >> 7n;
  const isLast = rest === (low & 64 ? -1n : 0n);
  return isLast ? [low] : [low | 128, ...signed(rest)];
}

const section = (id, content) => [id, ...leb(content.length), ...content];
const text = (name) => [name.length, ...Buffer.from(name)];

/**
 * @param {{ body: number[], locals: [number, number][], pages: number }} options body: its instructions, nested as one
 *   likes; locals: how many of which type, after the two parameters; pages: the memory beyond one piece
 * @returns {{ room: Uint8Array, overBytes(chunks: Uint8Array[]): number, call(length: number): number }}
 */
export function wasmFunction({ body, locals, pages }) {
  const code = [...leb(locals.length), ...locals.flat(), ...body.flat(Infinity), 0x0b];
  const module = new WebAssembly.Module(
    Uint8Array.from([
      ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      ...section(1, [1, FUNCTION, 2, I32, I32, 1, I32]),
      ...section(3, [1, 0]),
      ...section(5, [1, 0, PIECE / PAGE + pages]),
      ...section(7, [2, ...text('run'), 0, 0, ...text('memory'), 2, 0]),
      ...section(10, [1, ...leb(code.length), ...code]),
    ]),
  );
  const { memory, run } = new WebAssembly.Instance(module).exports;
  const room = new Uint8Array(memory.buffer);
  const call = (length) => run(0, length);
  const overBytes = (chunks) => {
    let sum = 0;
    for (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE);
        room.set(piece);
        // What is read beyond the end is of no kind.
        room.fill(0, piece.length, piece.length + BLOCK);
        sum += call(piece.length);
      }
    }
    return sum;
  };
  return { room, call, overBytes };
}
