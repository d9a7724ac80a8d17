/** Makes objects of the Maps that the instance returns, whose keys are names of auth types and fields. */

/**
 * The value with an object in place of each Map. The instance itself would assign members, which loses one named
 * `__proto__`; `Object.fromEntries` defines them.
 */
export function mapsToObjects<T>(value: T): T;
export function mapsToObjects(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(mapsToObjects);
  const members = value instanceof Map ? [...value] : Object.entries(value);
  return Object.fromEntries(members.map(([name, member]) => [name, mapsToObjects(member)]));
}
