/** The library behind `Engine`. Only engine.ts imports this file, when something is to be checked. */
import { app, checkAuthObject, describe as inWords, registerApp, repair } from 'auth-object';
import { deriveApp } from './derive.js';
import type { Engine } from './engine.js';
import { OVERRIDES } from './overrides.js';

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
    const known = app(slug);
    if (known === undefined) return undefined;
    const auth = Object.entries(known.auth).map(([name, { anyOf, fields }]) => ({
      name,
      anyOf,
      fields: fields.map(({ secret, input, ...field }) => ({
        ...field,
        ...(secret ? { secret: true as const } : {}),
        ...(input === 'text' || input === 'password' ? {} : { input }),
      })),
    }));
    return deriveApp({ slug, brand: known.brand, auth }, OVERRIDES);
  },
  register: registerApp,
  inWords: (finding, locale, words) => inWords(finding, { locale, words }),
};
