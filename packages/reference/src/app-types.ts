import types from './generated/app-types.json' with { type: 'json' };

/**
 * Types of an app's auth_object that need no other file: an interface by auth type, and what it refers to.
 *
 * @returns `undefined` if the catalogue lacks the app: a pulled one has no types.
 */
export function appTypes(slug: string): string | undefined {
  return Object.hasOwn(types, slug) ? types[slug as keyof typeof types] : undefined;
}
