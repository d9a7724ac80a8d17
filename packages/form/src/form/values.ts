/** The values of the fields, by name. */
export type Values = Readonly<Record<string, string>>;

/** A copy that inherits no names: a field may be called `constructor`. */
export function toValues(values: Values | undefined): Record<string, string> {
  return Object.assign(Object.create(null), values);
}

/** Whether a value is missing, empty, or white space in any script. */
export function isBlank(value: string | undefined): boolean {
  return value === undefined || !/\P{White_Space}/u.test(value);
}
