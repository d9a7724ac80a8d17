/** Checks options by valibot schemas. Their messages complete the sentence `the option "x" …`; for an unknown key, they list the keys. */
import { redact } from 'auth-object';
import * as v from 'valibot';
import { OptionError } from '../errors.ts';

/** Any schema of valibot that needs no `await`. */
type Schema = v.GenericSchema<unknown, unknown>;

/**
 * Checks the options of a public function.
 *
 * @param caller - The function's name, for the message.
 * @returns the options as the schema reads them.
 * @throws OptionError for the first option that is unknown or wrong.
 */
export function checkOptions<S extends Schema>(caller: string, schema: S, options: unknown): v.InferOutput<S> {
  return check(caller, schema, options, (path) => (path === '' ? 'the options' : `the option "${path}"`));
}

/** The same for a single argument. */
export function checkArgument<S extends Schema>(
  caller: string,
  name: string,
  schema: S,
  argument: unknown,
): v.InferOutput<S> {
  return check(caller, schema, argument, (path) => `the ${path || name}`);
}

function check<S extends Schema>(
  caller: string,
  schema: S,
  value: unknown,
  subject: (path: string) => string,
): v.InferOutput<S> {
  const { success, output, issues } = v.safeParse(schema, value, { abortEarly: true });
  if (success) return output;
  // The issue holds the wrong value, so it must not become the error's cause.
  const [{ path = [], message, expected }] = issues;
  if (expected !== UNKNOWN_KEY) {
    const option = dotted(path);
    throw new OptionError(caller, 'invalid_option', option, `${subject(option)} ${message}`);
  }
  const option = dotted(path.slice(0, -1));
  // Keys of nested objects come from data, which may have a credential in the wrong place.
  if (option !== '')
    throw new OptionError(
      caller,
      'unknown_option',
      option,
      `${subject(option)} has an unknown key; the keys are ${message}`,
    );
  const name = redact({ slug: String(path[0]?.key) }).slug ?? '';
  throw new OptionError(caller, 'unknown_option', name, `unknown option "${name}"; the options are ${message}`);
}

/** How valibot's strict objects call what they expect for a key that they do not know. */
const UNKNOWN_KEY = 'never';

/** A path as in JavaScript: `faults[0].status`. */
function dotted(path: readonly { readonly key?: unknown }[]): string {
  const keys = path.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return keys.join('').replace(/^\./, '');
}

/** An object with these keys and no others. `shape` completes "must be an object". */
export function object<E extends v.ObjectEntries>(entries: E, shape: string) {
  const wrong = `must be an object ${shape}`;
  return v.pipe(
    v.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), wrong),
    v.strictObject(entries, ({ expected }) =>
      expected === UNKNOWN_KEY ? Object.keys(entries).join(', ') : 'must be set',
    ),
  );
}

/** A whole number from `min` to `max`; `unit` such as `" bytes"`. */
export function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER, unit = '') {
  const range = max === Number.MAX_SAFE_INTEGER ? `, ${min} or more` : ` from ${min} to ${max}`;
  const wrong = `must be a whole number${unit}${range}`;
  return v.pipe(v.number(wrong), v.integer(wrong), v.minValue(min, wrong), v.maxValue(max, wrong));
}

/** One of some strings. */
export function oneOf<const T extends readonly string[]>(...values: T) {
  return v.picklist(values, `must be ${values.map((value) => `"${value}"`).join(' or ')}`);
}

export const STRINGS = 'must be an array of strings';
export const strings = v.array(v.string(STRINGS), STRINGS);

/** A function; its parameters cannot be checked. `shape` completes "must be a function". */
export function callback(shape: string) {
  return v.function(`must be a function ${shape}`);
}
