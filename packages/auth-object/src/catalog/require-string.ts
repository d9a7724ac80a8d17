/** @throws TypeError if an argument is not a string. */
export function requireString(caller: string, what: string, value: unknown): void {
  if (typeof value !== 'string') throw new TypeError(`${caller}: the ${what} must be a string, not ${typeof value}.`);
}
