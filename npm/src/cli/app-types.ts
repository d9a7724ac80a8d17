/** The TypeScript of one app, cut from the catalogue's types. */
import { apps, helpers } from 'auth-object:app-types';

/**
 * Types of an app's auth_object that stand alone: an interface by auth type, and what it refers to.
 *
 * @returns `undefined` if the catalogue lacks the app: a pulled one has no types.
 */
export function appTypes(slug: string): string | undefined {
  const app = Object.hasOwn(apps, slug) ? apps[slug] : undefined;
  if (app === undefined) return undefined;
  const declaration = `${app.comment}\nexport interface ${typeName(slug)} ${app.body}`;
  const asked = used(declaration);
  return [
    ...Object.keys(helpers)
      .filter((name) => asked.has(name))
      .map((name) => helpers[name]),
    declaration,
  ].join('\n\n');
}

/** The names of the helpers that a text refers to, and that those refer to. */
function used(text: string): Set<string> {
  const names = new Set<string>();
  for (const [name, declaration] of Object.entries(helpers)) {
    if (!new RegExp(`\\b${name}\\b`).test(text) || declaration === text) continue;
    names.add(name);
    for (const other of used(declaration)) names.add(other);
  }
  return names;
}

/** `google_drive` → `GoogleDrive`; a name cannot start with a digit. */
function typeName(slug: string): string {
  const name = slug.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, first: string) => first.toUpperCase());
  return /^\d/.test(name) ? `App${name}` : name;
}
