/** Reads the JSON of an answer, which may be anything, and never end. */

import { UsageError } from '../command/usage-error.ts';

const MEBIBYTE = 1 << 20;
/** For one answer, unpacked: much more than any auth structure has. */
const MAX_ANSWER_BYTES = MEBIBYTE;
/** For all answers of a command together. */
const MAX_TOTAL_BYTES = 64 * MEBIBYTE;

/** How many bytes the answers of a command may still have. */
export class ByteBudget {
  #left = MAX_TOTAL_BYTES;

  /** @throws UsageError if it is used up. */
  take(bytes: number): void {
    this.#left -= bytes;
    if (this.#left >= 0) return;
    throw new UsageError(
      `The answers of the service are longer than ${MAX_TOTAL_BYTES / MEBIBYTE} MiB. Name fewer apps at a time.`,
    );
  }
}

/** What an answer contains, or why that is unknown. The reason quotes nothing of the answer. */
export type Answer = { readonly value: unknown } | { readonly fault: string };

/** @throws UsageError if the answers of the command are too long; whatever the connection throws. */
export async function readAnswer(response: Response, budget: ByteBudget): Promise<Answer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Unpacked, as the limits are. Leaving the loop ends the connection.
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    budget.take(chunk.length);
    if (bytes > MAX_ANSWER_BYTES) return { fault: `the answer is longer than ${MAX_ANSWER_BYTES / MEBIBYTE} MiB` };
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString();
  try {
    return { value: JSON.parse(text) };
  } catch {
    // The parser's message quotes the text.
    return { fault: `the answer is ${kindOf(text)}` };
  }
}

function kindOf(text: string): string {
  const start = text.trimStart();
  if (start === '') return 'empty';
  return start.startsWith('<') ? 'HTML or XML, not JSON' : 'not valid JSON; it may be cut off';
}
