import type { App, AuthType } from 'auth-object';
import { app, apps, checkAuthObject } from 'auth-object';
import { redactName } from '../command/redact.ts';
import { UsageError } from '../command/usage-error.ts';

/**
 * @returns What the catalogue knows about an app.
 * @throws UsageError if the slug is unknown; it suggests the closest one.
 */
export function findApp(slug: string): App {
  const found = app(slug);
  if (found !== undefined) return found;
  const meant = suggestion(slug);
  const help = meant === undefined ? 'Run "auth-object apps" to list all apps.' : `Did you mean ${meant}?`;
  throw new UsageError(`Unknown app "${redactName(slug)}". ${help}`);
}

/**
 * @param name - `undefined` takes the app's first auth type.
 * @throws UsageError if the app does not have this auth type.
 */
export function findAuthType(found: App, name: string | undefined): { name: string; authType: AuthType } {
  const chosen = name ?? (found.authTypes[0] as string);
  const authType = Object.hasOwn(found.auth, chosen) ? found.auth[chosen] : undefined;
  if (authType !== undefined) return { name: chosen, authType };
  throw new UsageError(
    `${found.slug} has no auth type "${redactName(chosen)}". Auth types of the app: ${found.authTypes.join(', ')}.`,
  );
}

/** The closest slug, by slugs, aliases, names and brands. */
export function suggestion(text: string): string | undefined {
  const same = (other: string) => other.toLowerCase() === text.toLowerCase();
  const named = apps().find((app) => [app.slug, app.name, app.brand, ...(app.aliases ?? [])].some(same));
  if (named !== undefined) return named.slug;
  const verdict = checkAuthObject(text, {}, { hints: false });
  if (verdict.ok) return undefined;
  const [issue] = verdict.issues;
  return 'suggestion' in issue ? issue.suggestion : undefined;
}
