/**
 * Fresh UUIDs v4: what the endpoint names a log line by, and no secret. So `Math.random` does, where loading Node's
 * `crypto` would take most of the time of the first verdict, and pages without HTTPS have no `crypto.randomUUID`.
 */

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A UUID v4. */
export function freshRequestId(): string {
  const [a, b, c, d] = [random32(), random32(), random32(), random32()];
  const version = 0x40 | ((b >>> 16) & 0x0f);
  const variant = 0x80 | (c & 0x3f);
  const time = `${hex(a)}${hex(a >>> 8)}${hex(a >>> 16)}${hex(a >>> 24)}-${hex(b)}${hex(b >>> 8)}-${hex(version)}${hex(b >>> 24)}`;
  const node = `${hex(c >>> 16)}${hex(c >>> 24)}${hex(d)}${hex(d >>> 8)}${hex(d >>> 16)}${hex(d >>> 24)}`;
  return `${time}-${hex(variant)}${hex(c >>> 8)}-${node}`;
}

function random32(): number {
  return (Math.random() * 2 ** 32) | 0;
}

/** The lowest byte. */
function hex(bits: number): string {
  return HEX[bits & 0xff] as string;
}
