/** The request of a link, with example values. */
import { CLASSES } from './classes.ts';

const SLUG = /^[a-z0-9_-]{1,64}$/i;
const NAME = /^[A-Za-z0-9_ -]{1,64}$/;

/** @returns `undefined` if the fragment has no request. */
export function readLink(hash: string): { text: string } | undefined {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const slug = params.get('slug');
  if (slug === null || !SLUG.test(slug)) return undefined;
  if (params.get('body') === 'invalid') return { text: '{ "slug": ' };
  const object: Record<string, unknown> = {};
  let authObject: unknown = object;
  for (const [key, value] of params) {
    if (key === 'slug' || key === 'body') continue;
    if (key === 'auth_object') {
      authObject = CLASSES[value];
      continue;
    }
    if (key === 'type' && NAME.test(value)) {
      object[value] = {};
      continue;
    }
    const [first = '', second] = key.split('.');
    if (!Object.hasOwn(CLASSES, value) || !NAME.test(first) || (second !== undefined && !NAME.test(second))) continue;
    if (second === undefined) object[first] = CLASSES[value];
    else object[first] = { ...(object[first] as object | undefined), [second]: CLASSES[value] };
  }
  const body = {
    ...(slug !== 'missing' && { slug: slug === 'unknown' ? 'unknown-app' : slug }),
    auth_object: authObject,
  };
  return { text: JSON.stringify(body, undefined, 2) };
}
