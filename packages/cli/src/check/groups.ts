/** Groups of rejected rows with the same reason. */
import type { Path } from 'auth-object';
import type { Places } from './check-summary.ts';
import type { Cause, Rejection } from './rejection.ts';

/** How many lines of a group are listed. */
const FIRST_LINES = 5;
/** How many groups are kept; a file may be full of unknown slugs and keys. */
const MOST_GROUPS = 5000;

/** Rows that are rejected for the same reason, at the same place in the row. */
export interface Group extends Places {
  /** The app, if the catalogue has it. */
  readonly slug: string | undefined;
  /** Of the first row. */
  readonly cause: Cause;
}

/** Groups rejected rows as they come. */
export class Groups {
  readonly #groups = new Map<string, Group>();
  /** By causes, which rows share. */
  readonly #byCause = new WeakMap<Cause, Group>();
  /** Rows that came when there were too many groups. */
  #others = 0;

  add(rejection: Rejection): void {
    const { file, line, cause } = rejection;
    const group = this.#byCause.get(cause) ?? this.#group(cause);
    if (group === undefined) {
      this.#others += 1;
      return;
    }
    group.count += 1;
    if (group.places.length < FIRST_LINES) group.places.push({ file, line });
  }

  /** How many rejected rows are in no group. */
  get others(): number {
    return this.#others;
  }

  /** Largest first; equal ones in the order in which they came. */
  get all(): Group[] {
    return [...this.#groups.values()].sort((a, b) => b.count - a.count);
  }

  #group(cause: Cause): Group | undefined {
    const { code, path, message } = cause;
    const slug = hasApp(cause) ? cause.slug : undefined;
    // The message of this rule names the account: each row would be a group of its own.
    const text = code === 'linked_account_not_found' ? '' : message;
    const key = JSON.stringify([slug, code, text, path]);
    let group = this.#groups.get(key);
    if (group === undefined) {
      if (this.#groups.size >= MOST_GROUPS) return undefined;
      group = { slug, cause, count: 0, places: [] };
      this.#groups.set(key, group);
    }
    this.#byCause.set(cause, group);
    return group;
  }
}

/** Whether the slug of the row is an app of the catalogue. */
function hasApp({ code }: Cause): boolean {
  return code !== 'unknown_app' && code !== 'custom_app';
}

/** A path as people read it: `auth_object.oauth2.access_token`. */
export function pathText(path: Path): string {
  return path.join('.');
}
