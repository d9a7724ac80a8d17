/** Names that a file chose, as reports show them. */
import { checkAuthObject } from '../../entry/index.js';
import { isKnownApp } from './known-apps.js';

/** So many names are remembered; a file has few that no app has. */
const MOST_NAMES = 1000;

const shown = new Map<string, string>();

/**
 * A slug that no app has, as it may be shown: cut and escaped, and hidden where it looks like a secret. A row whose
 * cells were shifted has one in the place of its slug. The judge says how, who shows unknown keys in the same way.
 */
export function shownName(slug: string): string {
  if (isKnownApp(slug)) return slug;
  const before = shown.get(slug);
  if (before !== undefined) return before;
  const name = asKey(slug);
  if (shown.size >= MOST_NAMES) shown.clear();
  shown.set(slug, name);
  return name;
}

function asKey(name: string): string {
  const fields = Object.fromEntries([
    ['refresh_token', 'fake'],
    [name, 'fake'],
  ]);
  const verdict = checkAuthObject('gmail', { oauth2: fields }, { hints: false });
  return verdict.ok ? name : String(verdict.issues[0].path.at(-1));
}
