/** The values of options that are not strings or one of some words. */
import { InvalidArgumentError } from 'commander';
import * as v from 'valibot';

/** Reads a whole number. */
export function wholeNumber(from: number, to = Number.MAX_SAFE_INTEGER): (text: string) => number {
  const what = to === Number.MAX_SAFE_INTEGER ? `of at least ${from}` : `from ${from} to ${to}`;
  return reader(
    v.pipe(v.string(), v.digits(), v.transform(Number), v.minValue(from), v.maxValue(to)),
    `It must be a whole number ${what}.`,
  );
}

/** Reads a number of seconds, at most an hour. */
export const seconds = reader(
  v.pipe(v.string(), v.decimal(), v.transform(Number), v.gtValue(0), v.maxValue(3600)),
  'It must be a number of seconds, at most 3600.',
);

const address = v.pipe(
  v.string(),
  v.url(),
  v.transform((text) => new URL(text)),
  v.check(({ protocol }) => protocol === 'http:' || protocol === 'https:'),
  // A password in it would be written to files and messages.
  v.check(({ username, password, search, hash }) => username + password + search + hash === ''),
  v.transform(({ href }) => href.replace(/\/+$/, '')),
);

/** Reads the address of the service, to which `/api/v2/public/…` is added. It has no slash at its end. */
export const baseUrl = reader(address, 'It must be an http or https URL without user, query and fragment.');

/** Whether a text is such an address as {@link baseUrl} returns it. */
export function isBaseUrl(text: string): boolean {
  const result = v.safeParse(address, text);
  return result.success && result.output === text;
}

/** Reads the name of a text encoding. */
export const encoding = reader(
  v.pipe(v.string(), v.check(isEncoding)),
  'It must be an encoding such as utf-8, utf-16le or windows-1252.',
);

/** Collects the values of an option that may be repeated. */
export function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** Reads a value by a schema. The error does not contain the value, which may be a credential. */
function reader<T>(schema: v.GenericSchema<string, T>, allowed: string): (text: string) => T {
  return (text) => {
    const result = v.safeParse(schema, text);
    if (result.success) return result.output;
    throw new InvalidArgumentError(allowed);
  };
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}
