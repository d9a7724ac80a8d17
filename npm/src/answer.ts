/** Reads what the instance answered. */
import { running } from './engine.js';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The answer buffer as text. */
export function answerText(): string {
  const engine = running();
  // An address above 2 GiB comes as a negative number.
  const address = engine.answer() >>> 0;
  return decoder.decode(new Uint8Array(engine.memory.buffer, address, engine.answerLen()));
}

/** The text of ASCII codes. */
export function asciiText(codes: Uint8Array): string {
  return decoder.decode(codes);
}

/** The answer buffer as the value its JSON text stands for: a fresh one each time. */
export function answerValue<T>(): T {
  return JSON.parse(answerText()) as T;
}
