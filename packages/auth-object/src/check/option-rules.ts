/** Checks options: an unknown option, or one of the wrong type, is a TypeError that says what to pass. */

import { redactKey } from './redact.ts';

/** A test for the value of an option, and what the error says that it must be. */
export type OptionRule = readonly [isValid: (value: unknown) => boolean, expected: string];

export const STRINGS: OptionRule = [isStrings, 'an array of strings'];
export const LOOKUP: OptionRule = [isLookup, 'an array of strings, or an object with has(), such as a Set'];
export const BOOLEAN: OptionRule = [(value) => typeof value === 'boolean', 'true or false'];

/** One of these strings. */
export function oneOf(...values: string[]): OptionRule {
  return [(value) => values.includes(value as string), values.map((value) => `"${value}"`).join(' or ')];
}

/** A whole number, at least 1. */
export function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0;
}

function isStrings(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  // A loop also visits the holes of the array, which `every` skips.
  for (const item of value) if (typeof item !== 'string') return false;
  return true;
}

function isLookup(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) ? isStrings(value) : typeof (value as { has?: unknown }).has === 'function';
}

/**
 * Checks every option that is given.
 *
 * @param caller - The public function, with which the error starts.
 * @throws TypeError if an option is unknown or has the wrong type. It does not contain the value, nor a name that may be
 *   a secret.
 */
export function checkOptions(caller: string, options: unknown, rules: ReadonlyMap<string, OptionRule>): void {
  if (options === undefined) return;
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`${caller}: the options must be an object, such as { ${[...rules.keys()][0]}: … }.`);
  }
  for (const name in options) {
    const value = (options as Record<string, unknown>)[name];
    const rule = rules.get(name);
    if (rule === undefined) {
      throw new TypeError(
        `${caller}: unknown option "${redactKey(name)}"; the options are ${[...rules.keys()].join(', ')}.`,
      );
    }
    if (value !== undefined && !rule[0](value)) {
      throw new TypeError(`${caller}: the option "${name}" must be ${rule[1]}.`);
    }
  }
}
