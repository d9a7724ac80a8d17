/** Pasted headers, whose values may be anything, as strings. */
export function textHeaders(headers: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value].flat().map(textOf).join(', ')] as const),
  );
}

/** An object is written as JSON: `String` would call its `toString`, which the paste can replace. */
function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
