/** Refused rows of one kind together: so many of them, the first lines, and what to do. */
import type { Path } from '../../types/verdict.js';
import { isKnownApp } from './known-apps.js';
import type { Detail, Refusal } from './refusal.js';

/** So many lines of a group are told. */
const FIRST_LINES = 5;
/** So many groups are kept apart; a file may be full of slugs and keys that nobody knows. */
const MOST_GROUPS = 5000;

/** Rows that were refused for one reason at one place. */
export interface Group {
  /** The app, where the catalogue has it. */
  readonly slug: string | undefined;
  readonly code: string;
  readonly path: Path;
  /** Of the first row. */
  readonly message: string;
  readonly detail: Detail;
  count: number;
  /** The first rows. */
  readonly places: { readonly file: string; readonly line: number }[];
}

/** Puts refused rows together as they come. */
export class Groups {
  readonly #groups = new Map<string, Group>();
  /** Rows whose kind came when there were too many kinds already. */
  #others = 0;

  add(refusal: Refusal): void {
    const { code, path, file, line, message } = refusal;
    const slug = refusal.slug !== undefined && isKnownApp(refusal.slug) ? refusal.slug : undefined;
    // The text of this rule names the account: each row would be a group of its own.
    const text = code === 'linked_account_not_found' ? '' : message;
    const key = JSON.stringify([slug, code, text, path]);
    const group = this.#groups.get(key);
    if (group !== undefined) {
      group.count += 1;
      if (group.places.length < FIRST_LINES) group.places.push({ file, line });
    } else if (this.#groups.size < MOST_GROUPS) {
      const detail = refusal.detail();
      this.#groups.set(key, { slug, code, path, message, detail, count: 1, places: [{ file, line }] });
    } else {
      this.#others += 1;
    }
  }

  /** How many refused rows are in no group. */
  get others(): number {
    return this.#others;
  }

  /** The largest first; of equal ones, that which came first. */
  get all(): Group[] {
    return [...this.#groups.values()].sort((a, b) => b.count - a.count);
  }
}

/** A path as people read it: `auth_object.oauth2.access_token`. */
export function pathText(path: Path): string {
  return path.join('.');
}
