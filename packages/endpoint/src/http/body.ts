/** Reads the body of a request. */
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Env } from '../endpoint.ts';
import { answer } from './answers.ts';
import { respond } from './respond.ts';

/** The bytes of the body; the response to send if there are more than `limitBytes`. */
export async function readBody(context: Context<Env>, limitBytes: number): Promise<Uint8Array | Response> {
  const onError = () => respond(answer('payload_too_large', context.var.requestId, String(limitBytes)));
  try {
    const tooLarge = await bodyLimit({ maxSize: limitBytes, onError })(context, async () => {});
    return tooLarge ?? new Uint8Array(await context.req.raw.arrayBuffer());
  } catch {
    // The connection broke. The part that arrived must not be handled as if it were the whole body.
    return new Uint8Array();
  }
}

/** The body as a JSON object (RFC 8259, UTF-8); `undefined` if it is not one. */
export function jsonObject(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    // A byte order mark is not allowed in JSON; it is kept, so that the parser rejects it.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value is an object in the sense of JSON. */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
