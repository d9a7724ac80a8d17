/** The classes of values that a link names, and an example value of each. */
export const CLASSES: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['text', 'fake-value-0123456789'],
  ['blank', ''],
  ['null', null],
  ['number', 12345],
  ['boolean', true],
  ['array', []],
  ['object', {}],
  ['auth_prefix', 'Bearer fake-value-0123456789'],
  ['quoted', '"fake-value-0123456789"'],
  ['outer_whitespace', ' fake-value-0123456789\n'],
  ['invisible_characters', 'fake\u200b-value-0123456789'],
  ['placeholder', 'YOUR_VALUE'],
  ['masked', '********'],
  ['url_for_subdomain', 'https://example.com/'],
]);

/** The most members that a link names. No app has as many fields. */
export const MAX_MEMBERS = 100;

/** The class of a value; the code of a hint if there is an example value for it. */
export function classOf(value: unknown, hint: string | undefined): string {
  if (hint !== undefined && CLASSES.has(hint)) return hint;
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'string') return value.trim() === '' ? 'blank' : 'text';
  return typeof value === 'number' || typeof value === 'boolean' ? typeof value : 'object';
}
