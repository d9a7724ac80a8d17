/** Freezes what is shared, so that nobody changes what others see. */

/** The same value of JSON, frozen with all that is in it. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const member of Object.values(value)) frozen(member);
  return Object.freeze(value);
}
