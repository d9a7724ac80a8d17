/** The apps of the catalogue. */
import type { App, AppSummary } from './app.ts';
import type { Slug } from './auth-object.ts';
/**
 * Every app, sorted by slug; registered ones as well.
 *
 * @example
 * ```ts
 * const options = apps().map(({ slug, name }) => ({ value: slug, label: name }));
 * ```
 */
export declare function apps(): AppSummary[];
/**
 * An app; `undefined` if the catalogue lacks it.
 *
 * @example
 * ```ts
 * app("netsuite")?.name; // "Netsuite"
 * ```
 */
export declare function app(slug: Slug): App;
export declare function app(slug: string): App | undefined;
