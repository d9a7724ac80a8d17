/** The library redacts keys in paths: hides, escapes or cuts them. Their places in the text are found by the keys. */
import { type Path, redact } from 'auth-object';

const REDACTED = /^\[hidden\]$|\\u[\da-f]{4}|…$/;

/**
 * @returns a function that puts the keys of the body into a path. It ends the path at an object of which several keys
 *   look like the next step. The body is parsed once, and each key is redacted at most once.
 */
export function ownKeys(body: string): (path: Path) => Path {
  let root: { readonly value: unknown } | undefined;
  const keysOf = new Map<object, ReadonlyMap<string, string | undefined>>();
  return (path) => {
    if (!path.some(isRedacted)) return path;
    root ??= { value: parsed(body) };
    let { value } = root;
    const found: (string | number)[] = [];
    for (const step of path) {
      let key = step;
      if (isRedacted(step) && typeof value === 'object' && value !== null) {
        const keys = keysOf.get(value) ?? byRedacted(value);
        keysOf.set(value, keys);
        const own = keys.has(step) ? keys.get(step) : step;
        if (own === undefined) break;
        key = own;
      }
      found.push(key);
      value = member(value, key);
    }
    return found as unknown as Path;
  };
}

function isRedacted(step: string | number): step is string {
  return typeof step === 'string' && REDACTED.test(step);
}

/** The keys of an object, redacted, each with the key itself; with `undefined` if it stands for several. */
function byRedacted(object: object): ReadonlyMap<string, string | undefined> {
  const keys = new Map<string, string | undefined>();
  for (const key of Object.keys(object)) {
    const step = redacted(key);
    keys.set(step, keys.has(step) ? undefined : key);
  }
  return keys;
}

function redacted(key: string): string {
  return Object.keys(redact({ body: { [key]: null } }).body as object)[0] as string;
}

function member(value: unknown, key: string | number): unknown {
  const isOwn = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return isOwn ? (value as Record<string | number, unknown>)[key] : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
