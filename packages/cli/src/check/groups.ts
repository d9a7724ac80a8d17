/** Groups of rejected rows with the same cause, whatever the app and field. */
import type { RowCode } from 'auth-object/rows';
import { addPlaces, type Places } from './places.ts';
import { type Cause, helpsOf, type Rejection } from './rejection.ts';
import { Tally } from './tally.ts';

/** How many fields of a row are named. */
const MOST_FIELDS = 12;

/** Rows that are rejected for the same reason. */
export interface Group extends Places {
  readonly code: RowCode;
  readonly certainty: Cause['certainty'];
  readonly first: Rejection;
  /** The endpoint's text, if it is the same for all rows. */
  readonly message: string | undefined;
  /** `copper email`: apps, with the fields that fail. */
  readonly apps: Tally;
  /** What to do. */
  readonly helps: Tally;
}

type Growing = { -readonly [Key in keyof Group]: Group[Key] };

/** Groups rejected rows as they come. */
export class Groups {
  readonly #groups = new Map<string, Growing>();
  /** By causes, which rows share. */
  readonly #byCause = new WeakMap<Cause, Growing>();

  add(rejection: Rejection): void {
    const { file, line, cause } = rejection;
    const group = this.#byCause.get(cause) ?? this.#find(rejection);
    addPlaces(group, file, 1, [line]);
    if (group.message !== cause.message) group.message = undefined;
    const app = appText(cause);
    if (app !== '') group.apps.add(app);
    for (const help of helpsOf(rejection)) group.helps.add(withoutPlace(cause, help));
  }

  /** Largest first; equal ones in the order in which they came. */
  get all(): Group[] {
    return [...this.#groups.values()].sort((a, b) => b.count - a.count);
  }

  #find(first: Rejection): Growing {
    const { cause } = first;
    const { code, reason, certainty, message } = cause;
    const key = `${certainty} ${code} ${reason}`;
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = { code, certainty, first, message, apps: new Tally(), helps: new Tally(), count: 0, places: [] };
      this.#groups.set(key, group);
    }
    this.#byCause.set(cause, group);
    return group;
  }
}

/** The app and its fields: `copper email`. */
function appText({ slug, fields }: Cause): string {
  const names = fields.length > MOST_FIELDS ? [...fields.slice(0, MOST_FIELDS), '…'] : fields;
  return [slug, names.join(', ')].filter((word) => word !== undefined && word !== '').join(' ');
}

/** The place of a syntax error is different in every row. */
function withoutPlace({ reason }: Cause, help: string): string {
  if (reason !== 'not_json' && reason !== 'object_cell') return help;
  return help.replace(/ \((?:line|character) \d[^()]*\)$/, '');
}
