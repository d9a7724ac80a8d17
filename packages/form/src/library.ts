/** The library behind `Engine`. Only engine.ts imports this file, when something is to be checked. */
import { app, checkAuthObject, registerApps, repair } from 'auth-object';
import { deriveApp } from './derive.js';
import type { Engine, EngineIssue } from './engine.js';
import { OVERRIDES } from './overrides.js';

export const engine: Engine = {
  check(slug, authObject) {
    const verdict = checkAuthObject(slug, authObject);
    return {
      issues: verdict.ok ? [] : verdict.issues.map((issue) => asIssue(issue, verdict.certainty, authObject)),
      hints: verdict.hints,
    };
  },
  repair(slug, authObject, hint) {
    const { body } = repair({ body: { slug, auth_object: authObject } }, [hint as never]) as {
      body: { auth_object: Record<string, unknown> };
    };
    return body.auth_object;
  },
  facts(slug) {
    const known = app(slug);
    if (known === undefined) return undefined;
    const auth = known.authTypes.map((name) => {
      const authType = known.auth[name] as NonNullable<(typeof known.auth)[string]>;
      const fields = authType.fields.map(({ secret, input, ...field }) => ({
        ...field,
        ...(secret ? { secret } : {}),
        ...(input === (secret ? 'password' : 'text') ? {} : { input }),
      }));
      return { name, anyOf: authType.anyOf, fields };
    });
    return deriveApp({ slug, brand: known.name, auth: auth as never }, OVERRIDES);
  },
  register(structures) {
    registerApps(structures as never);
  },
  describe(finding) {
    return finding.help;
  },
};

/** An issue of the library as it is before it says its reason. */
function asIssue(
  issue: { code: string; path: readonly (string | number)[]; message: string; help?: string },
  certainty: 'certain' | 'likely',
  authObject: Readonly<Record<string, unknown>>,
): EngineIssue {
  const [, authType, field] = issue.path;
  const values = authObject[authType as string] as Record<string, unknown> | undefined;
  const isAbsent = field !== undefined && values?.[field] === undefined;
  const reason = !isAbsent ? issue.code : issue.help?.includes('sets') ? 'incomplete_set' : 'missing';
  return { ...issue, help: issue.help ?? issue.message, reason, certainty };
}
