/** The option `--limit`: how large a request or a registered app may be. */
import { DEFAULT_LIMITS, type Limits } from 'auth-object';
import { type Command, InvalidArgumentError } from 'commander';
import { wholeNumber } from './option-values.ts';

const NAMES = Object.keys(DEFAULT_LIMITS) as (keyof Limits)[];
const SHAPE = `It must be NAME=NUMBER, such as requestBytes=1048576. The names are ${NAMES.join(', ')}.`;

/** The value of the option. */
export interface LimitOption {
  readonly limit?: Limits;
}

/** Adds `--limit NAME=NUMBER`. */
export function withLimit(command: Command): Command {
  const defaults = NAMES.map((name) => `${name}=${DEFAULT_LIMITS[name]}`).join(', ');
  return command.option('--limit <name=number>', `a limit of size; may be repeated (defaults: ${defaults})`, withPair);
}

function withPair(text: string, before: Limits | undefined): Limits {
  const [, given, number = ''] = /^([^=]*)=(\d+)$/.exec(text) ?? [];
  const name = NAMES.find((known) => known === given);
  if (name === undefined) throw new InvalidArgumentError(SHAPE);
  return { ...before, ...Object.fromEntries([[name, wholeNumber(1)(number)]]) };
}
