/** The apps of the catalogue. */

import { guarded } from '../wasm/instance.ts';
import type { App, AppSummary } from './app.ts';
import type { Slug } from './auth-object.ts';
import { requireString } from './require-string.ts';

/**
 * Every app, sorted by slug; registered ones as well.
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
 * An app; `undefined` if the catalogue lacks it.
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
  return guarded((glue) => glue.app(slug));
}
