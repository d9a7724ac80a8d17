/** The options `--map` and `--set`. */
import { MappingError, RowChecker, type RowsOptions } from 'auth-object/rows';
import { UsageError } from '../command/usage-error.ts';

type Mapping = Pick<RowsOptions, 'map' | 'set'>;

/**
 * Reads `NAME=TARGET` and `TARGET=VALUE`. Errors contain no value, which may be a credential.
 *
 * @throws UsageError if one of them cannot be used.
 */
export function mappingOf(map: readonly string[] = [], set: readonly string[] = []): Mapping {
  // A name may contain =, a target does not.
  const names = pairs('--map', 'NAME=TARGET, such as provider=slug', map, (text) => text.lastIndexOf('='));
  const values = pairs('--set', 'TARGET=VALUE, such as slug=hubspot', set, (text) => text.indexOf('='));
  return {
    ...(map.length === 0 ? {} : { map: usable('--map', 'map', names) }),
    ...(set.length === 0 ? {} : { set: usable('--set', 'set', values) }),
  };
}

function pairs(
  option: string,
  form: string,
  texts: readonly string[],
  separatorOf: (text: string) => number,
): Record<string, string> {
  const found = new Map<string, string>();
  for (const text of texts) {
    const at = separatorOf(text);
    if (at < 0) throw new UsageError(`${option} needs ${form}.`);
    const name = text.slice(0, at).trim();
    if (found.has(name)) throw new UsageError(`${option} has the same name twice. Give each name once.`);
    found.set(name, text.slice(at + 1));
  }
  // A name may be __proto__.
  return Object.fromEntries(found);
}

/** Lets the library check it, before anything is read. */
function usable(option: string, name: 'map' | 'set', pairs: Record<string, string>): Record<string, string> {
  try {
    new RowChecker({ [name]: pairs }).end();
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    throw new UsageError(error.message.replace('RowChecker', option));
  }
  return pairs;
}
