/** The apps of the catalogue. */

import { guarded } from '../wasm/instance.ts';
import type { App, AppSummary } from './app.ts';
import type { Slug } from './auth-object.ts';
import { mapsToObjects } from './maps-to-objects.ts';
import { requireString } from './require-string.ts';

/**
 * Lists all apps, sorted by slug, with those that you registered.
 *
 * @returns A new array, which you may change.
 *
 * @example
 * ```ts
 * const options = apps().map(({ slug, name }) => ({ value: slug, label: name }));
 * ```
 */
export function apps(): AppSummary[] {
  return guarded((glue) => glue.apps());
}

/**
 * Returns an app with its auth types and fields; `undefined` if the catalogue does not have it.
 *
 * @throws TypeError if the slug is not a string.
 *
 * @example
 * ```ts
 * app("netsuite")?.name; // "Netsuite"
 * ```
 */
export function app(slug: Slug): App;
export function app(slug: string): App | undefined;
export function app(slug: string): App | undefined {
  requireString('app', 'slug', slug);
  return mapsToObjects(guarded((glue) => glue.app(slug)));
}
