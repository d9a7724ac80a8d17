/**
 * A link to a request without its values: slug, auth types and fields of the catalogue, and the class of each value. Any
 * other key becomes `unknown_1`, because a pasted key may be a secret too. The data is in the fragment, which browsers
 * do not send.
 */
import { app, redact } from 'auth-object';
import type { Diagnosis } from '../check/diagnosis.ts';
import type { PastedRequest } from '../paste/pasted.ts';
import { classOf, MAX_MEMBERS } from './classes.ts';

export function shareLink(pasted: PastedRequest, diagnosis: Diagnosis | undefined): string {
  const hash = shareFragment(pasted, diagnosis);
  return `${location.origin}${location.pathname}#${hash}`;
}

export function shareFragment(pasted: PastedRequest, diagnosis: Diagnosis | undefined): string {
  const body = parsed(pasted.body);
  const slug = typeof body?.slug === 'string' ? body.slug : undefined;
  const known = slug === undefined ? undefined : app(slug);
  const params = new URLSearchParams();
  params.set('slug', slug === undefined ? 'missing' : known === undefined ? 'unknown' : (slug as string));
  const object = body?.auth_object;
  const authTypes = Object.keys(known?.auth ?? {});
  const fields = new Set(Object.values(known?.auth ?? {}).flatMap((type) => type.fields.map(({ name }) => name)));
  let unknown = 0;
  let left = MAX_MEMBERS;
  const nameOf = (key: string) =>
    (authTypes.includes(key) || fields.has(key)) && isHarmless(key) ? key : `unknown_${++unknown}`;
  const hintAt = (path: readonly (string | number)[]) =>
    diagnosis?.verdict.hints.find((hint) => hint.path.join('\0') === path.join('\0'))?.code;
  if (isObject(object)) {
    const entries = Object.entries(object);
    const isTyped = entries.some(
      ([key, value]) => isObject(value) && (authTypes.includes(key) || entries.length === 1),
    );
    for (const [key, value] of entries) {
      if (left === 0) break;
      if (isTyped && isObject(value)) {
        const type = nameOf(key);
        if (Object.keys(value).length === 0) {
          left -= 1;
          params.append('type', type);
        }
        for (const [name, member] of Object.entries(value).slice(0, left)) {
          left -= 1;
          params.append(`${type}.${nameOf(name)}`, classOf(member, hintAt(['auth_object', key, name])));
        }
      } else {
        left -= 1;
        params.append(nameOf(key), classOf(value, hintAt(['auth_object', key])));
      }
    }
  } else if (object !== undefined) {
    params.set('auth_object', classOf(object, undefined));
  }
  if (body === undefined) params.set('body', 'invalid');
  return params.toString();
}

/** An auth structure that the user pasted can have any names. */
function isHarmless(name: string): boolean {
  return redact({ slug: name }).slug === name;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
