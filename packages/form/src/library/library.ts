/** `Engine` by means of `auth-object`. Only engine.ts imports this file, so that the library loads on demand. */
import { app, checkAuthObject, redact, registerApp, repair, describe as toText } from 'auth-object';
import { deriveApp } from '../app/derive.ts';
import type { Engine } from './engine.ts';

function nameOf(name: string): string {
  return redact({ slug: name }).slug ?? '';
}

/** The label of a live app or field is made from its name. */
function labelOf(name: string, label: string): string {
  const shown = nameOf(name);
  return shown === name ? label : shown;
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
        label: labelOf(field.name, field.label),
        ...(secret ? { secret: true as const } : {}),
        ...(input === 'text' || input === 'password' ? {} : { input }),
      })),
    }));
    return deriveApp({ slug, brand: labelOf(slug, found.brand), auth });
  },
  nameOf,
  register: registerApp,
  toText: (finding, locale, words) => toText(finding, { locale, words }),
};
