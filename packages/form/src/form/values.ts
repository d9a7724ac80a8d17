/** The values of the fields, by name. */
export type Values = Readonly<Record<string, string>>;

/** Whether a value is missing, empty, or white space in any script. */
export function isBlank(value: string | undefined): boolean {
  return value === undefined || !/\P{White_Space}/u.test(value);
}
