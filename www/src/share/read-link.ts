/** The request of a link, with example values. Anybody can write a link, so it is read as far as it is well-formed. */
import { CLASSES, MAX_MEMBERS } from './classes.ts';

const SLUG = /^[a-z0-9_-]{1,64}$/i;
const NAME = /^[A-Za-z0-9_ -]{1,64}$/;

/** @returns `undefined` if the fragment has no request. */
export function readLink(hash: string): { text: string } | undefined {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const slug = params.get('slug');
  if (slug === null || !SLUG.test(slug)) return undefined;
  if (params.get('body') === 'invalid') return { text: '{ "slug": ' };
  const wholeObject = params.get('auth_object');
  const body = {
    ...(slug !== 'missing' && { slug: slug === 'unknown' ? 'unknown-app' : slug }),
    auth_object:
      wholeObject === null
        ? authObject([...params].filter(([key]) => key !== 'slug').slice(0, MAX_MEMBERS))
        : CLASSES.get(wholeObject),
  };
  return { text: JSON.stringify(body, undefined, 2) };
}

function authObject(params: readonly (readonly [key: string, value: string])[]): object {
  const members = new Map<string, unknown>();
  for (const [key, value] of params) {
    if (key === 'type') {
      if (NAME.test(value)) members.set(value, new Map());
      continue;
    }
    const [first = '', second] = key.split('.');
    if (!CLASSES.has(value) || !NAME.test(first) || (second !== undefined && !NAME.test(second))) continue;
    if (second === undefined) members.set(first, CLASSES.get(value));
    else members.set(first, mapAt(members, first).set(second, CLASSES.get(value)));
  }
  return toObject(members);
}

function mapAt(members: ReadonlyMap<string, unknown>, name: string): Map<string, unknown> {
  const member = members.get(name);
  return member instanceof Map ? member : new Map();
}

/** An object whose members may have any name, such as `__proto__`. */
function toObject(members: ReadonlyMap<string, unknown>): object {
  return Object.fromEntries(
    [...members].map(([name, value]) => [name, value instanceof Map ? toObject(value) : value]),
  );
}
