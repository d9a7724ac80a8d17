/** A key that may be a secret is `[hidden]` in a path. Its place in the text is found by the key itself. */
import { type Path, redact } from 'auth-object';

const HIDDEN = '[hidden]';

/** @returns the path with the keys of the body. One of several hidden keys of an object stays hidden. */
export function withHiddenKeys(path: Path, body: string): Path {
  if (!path.includes(HIDDEN)) return path;
  let value = parsed(body);
  return path.map((step) => {
    const object = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
    const hidden = step === HIDDEN ? [...object.keys()].filter(isHidden) : [];
    const key = hidden.length === 1 ? (hidden[0] as string) : step;
    value = object.get(String(key));
    return key;
  }) as unknown as Path;
}

function isHidden(key: string): boolean {
  return Object.hasOwn(redact({ body: { [key]: null } }).body as object, HIDDEN);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
