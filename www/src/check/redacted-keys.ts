/** The library redacts keys in paths: hides, escapes or cuts them. Their places in the text are found by the keys. */
import { type Path, redact } from 'auth-object';

const REDACTED = /^\[hidden\]$|\\u[\da-f]{4}|…$/;

/** @returns the path with the keys of the body. A step stays as it is if several keys of an object look like it. */
export function withOwnKeys(path: Path, body: string): Path {
  const isRedacted = (step: string | number) => typeof step === 'string' && REDACTED.test(step);
  if (!path.some(isRedacted)) return path;
  let value = parsed(body);
  return path.map((step) => {
    const object = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
    const keys = isRedacted(step) ? [...object.keys()].filter((key) => redacted(key) === step) : [];
    const key = keys.length === 1 ? (keys[0] as string) : step;
    value = object.get(String(key));
    return key;
  }) as unknown as Path;
}

function redacted(key: string): string | undefined {
  return Object.keys(redact({ body: { [key]: null } }).body as object)[0];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
