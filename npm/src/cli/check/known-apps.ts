/** Which slugs have an app. */
import { apps } from '../../api.js';

let slugs: ReadonlySet<string> | undefined;

/** Whether the catalogue has an app of this slug, or a pulled schema has; those are registered before the first row. */
export function isKnownApp(slug: string): boolean {
  slugs ??= new Set(apps().map((app) => app.slug));
  return slugs.has(slug);
}
