/** Names that a file chose, as reports show them. */
import { shown } from '../shown.js';
import { isKnownApp } from './known-apps.js';

/** So many names are remembered; a file has few that no app has. */
const MOST_NAMES = 1000;

const known = new Map<string, string>();

/**
 * A slug that no app has, as it may be shown: cut and escaped, and hidden where it looks like a secret. A row whose
 * cells were shifted has one in the place of its slug.
 */
export function shownName(slug: string): string {
  if (isKnownApp(slug)) return slug;
  const before = known.get(slug);
  if (before !== undefined) return before;
  const name = shown(slug);
  if (known.size >= MOST_NAMES) known.clear();
  known.set(slug, name);
  return name;
}
