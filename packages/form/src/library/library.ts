/** `Engine` by means of `auth-object`. Only engine.ts imports this file, so that the library loads on demand. */
import { printable } from '@auth-object/reference';
import { app, checkAuthObject, registerApp, repair, describe as toText } from 'auth-object';
import { deriveApp } from '../app/derive.ts';
import type { Engine } from './engine.ts';

/** The longest name that is shown. */
const MAX_NAME_CHARS = 64;

/** A name that the page declared is no secret, but it may be long or contain characters that mislead. */
function shown(name: string): string {
  return printable([...name].length > MAX_NAME_CHARS ? `${[...name].slice(0, MAX_NAME_CHARS).join('')}…` : name);
}

export const engine: Engine = {
  check(slug, authObject) {
    const verdict = checkAuthObject(slug, authObject, { shape: 'typed' });
    return { issues: verdict.ok ? [] : verdict.issues, hints: verdict.hints };
  },
  repair(slug, authObject, hint) {
    const { body } = repair({ body: { slug, auth_object: authObject } }, [hint]);
    return (body as { auth_object: Record<string, unknown> }).auth_object;
  },
  facts(slug) {
    const found = app(slug);
    if (found === undefined) return undefined;
    const auth = Object.entries(found.auth).map(([name, { anyOf, fields }]) => ({
      name,
      anyOf: anyOf?.map((set) => ({ fields: set })),
      fields: fields.map(({ secret, input, ...field }) => ({
        ...field,
        label: shown(field.label),
        ...(secret ? { secret: true as const } : {}),
        ...(input === 'text' || input === 'password' ? {} : { input }),
      })),
    }));
    return deriveApp({ slug, brand: shown(found.brand), auth });
  },
  nameOf: (slug) => shown(checkAuthObject(slug, {}).slug ?? ''),
  register: registerApp,
  toText: (finding, locale, words) => toText(finding, { locale, words }),
};
