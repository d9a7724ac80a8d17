import types from './generated/app-types.json' with { type: 'json' };

/**
 * TypeScript types of an app's auth_object: an interface with the auth types, and the types in it.
 *
 * @returns `undefined` if the app is not in the catalogue: pulled apps have no types.
 */
export function appTypes(slug: string): string | undefined {
  return Object.hasOwn(types, slug) ? types[slug as keyof typeof types] : undefined;
}
