import type { App, AuthType } from 'auth-object';
import { app, apps, checkAuthObject } from 'auth-object';
import { redactName } from '../command/redact.ts';
import { UsageError } from '../command/usage-error.ts';

/**
 * @returns All that is known of an app.
 * @throws UsageError where there is none of this slug; it names the one that was probably meant.
 */
export function findApp(slug: string): App {
  const found = app(slug);
  if (found !== undefined) return found;
  const meant = suggestion(slug);
  const help = meant === undefined ? '`auth-object apps` lists all of them' : `did you mean ${meant}?`;
  throw new UsageError(`there is no app ${redactName(slug)}; ${help}`);
}

/**
 * @param name - None means the app's first auth type.
 * @throws UsageError where the app has none of this name.
 */
export function findAuthType(found: App, name: string | undefined): { name: string; authType: AuthType } {
  const chosen = name ?? (found.authTypes[0] as string);
  const authType = found.auth[chosen];
  if (authType !== undefined) return { name: chosen, authType };
  throw new UsageError(`${found.slug} has no auth type ${redactName(chosen)}; it has: ${found.authTypes.join(', ')}`);
}

/** The slug that was probably meant: a slug, alias, name or brand like it. */
export function suggestion(text: string): string | undefined {
  const same = (other: string) => other.toLowerCase() === text.toLowerCase();
  const named = apps().find((app) => [app.slug, app.name, app.brand, ...(app.aliases ?? [])].some(same));
  if (named !== undefined) return named.slug;
  const verdict = checkAuthObject(text, {}, { hints: false });
  if (verdict.ok) return undefined;
  const [issue] = verdict.issues;
  return 'suggestion' in issue ? issue.suggestion : undefined;
}
