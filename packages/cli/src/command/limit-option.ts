/** The option `--limit`: how large a request or a registered app may be. */
import { DEFAULT_LIMITS, type Limits } from 'auth-object';
import { type Command, InvalidArgumentError } from 'commander';
import { wholeNumber } from './option-values.ts';

type LimitName = keyof Limits;

/** The limits of registered apps. */
export const APP_LIMITS: readonly LimitName[] = ['apps', 'appBytes'];
/** These, and the limits of requests. */
export const ALL_LIMITS = Object.keys(DEFAULT_LIMITS) as readonly LimitName[];

/** The value of the option. */
export interface LimitOption {
  readonly limit?: Limits;
}

/** The option that raises the limit which a fault of the library names; `undefined` if it names none. */
export function limitOptionOf(fault: string): string | undefined {
  const name = ALL_LIMITS.find((known) => new RegExp(`raise the limit ${known}\\b`, 'i').test(fault));
  return name === undefined ? undefined : `--limit ${name}=NUMBER`;
}

/** Adds `--limit NAME=NUMBER` for these limits. */
export function withLimit(command: Command, names: readonly LimitName[]): Command {
  const defaults = names.map((name) => `${name}=${DEFAULT_LIMITS[name]}`).join(', ');
  const withPair = (text: string, before: Limits | undefined): Limits => {
    const [, given, number = ''] = /^([^=]*)=(\d+)$/.exec(text) ?? [];
    const name = names.find((known) => known === given);
    if (name === undefined) {
      throw new InvalidArgumentError(
        `It must be NAME=NUMBER, such as ${names[0]}=${DEFAULT_LIMITS[names[0] as LimitName]}. The names are ${names.join(', ')}.`,
      );
    }
    return { ...before, ...Object.fromEntries([[name, wholeNumber(1)(number)]]) };
  };
  return command.option('--limit <name=number>', `a limit of size; may be repeated (defaults: ${defaults})`, withPair);
}
