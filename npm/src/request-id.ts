/** Fresh UUIDs v4. `crypto.randomUUID` is missing on pages without HTTPS, so the bits are set here. */

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const ID_BYTES = 16;
/** One call for many ids: asking for random numbers costs more than using them. */
const pool = new Uint8Array(ID_BYTES * 64);
let used = pool.length;

/** A UUID v4. */
export function freshRequestId(): string {
  if (used === pool.length) {
    fillPool();
    used = 0;
  }
  const bytes = pool.subarray(used, used + ID_BYTES);
  used += ID_BYTES;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  let id = '';
  for (let index = 0; index < ID_BYTES; index++) {
    if (index === 4 || index === 6 || index === 8 || index === 10) id += '-';
    id += HEX[bytes[index] ?? 0];
  }
  return id;
}

function fillPool(): void {
  const crypto: Crypto | undefined = globalThis.crypto;
  if (crypto !== undefined) crypto.getRandomValues(pool);
  // An id to find a log line by, not a secret.
  else for (let index = 0; index < pool.length; index++) pool[index] = Math.random() * 256;
}
