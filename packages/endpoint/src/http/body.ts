/** Reads the body of a request. */

/**
 * The bytes of the body; `undefined` if there are more than `limitBytes`.
 *
 * Not Hono's `bodyLimit`: it copies a body of unknown length into a new `Request`, which fails in Node unless the server
 * replaces the global `Request` of the whole program.
 */
export async function readBody(request: Request, limitBytes: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) return undefined;
  const reader = request.body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      length += part.value.length;
      if (length > limitBytes) {
        // Not awaited: a client that never stops sending would delay the answer.
        reader?.cancel().catch(() => {});
        return undefined;
      }
      chunks.push(part.value);
    }
  } catch {
    // The connection broke. The part that arrived must not be handled as if it were the whole body.
    return new Uint8Array();
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
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
