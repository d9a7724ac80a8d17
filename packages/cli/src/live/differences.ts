/** Two auth structures of one app, field by field. */
import type { AuthStructure, AuthStructureField } from 'auth-object';

/** A difference between the local and the live structure. Without a `field`, it is about the whole auth type. */
export interface Difference {
  readonly authType: string;
  readonly field?: string;
  readonly change: 'added' | 'removed' | 'type' | 'required';
  /** The local type, or `required` or `optional`. */
  readonly known?: string;
  /** The live type, or `required` or `optional`; of an added field, whether it is required. */
  readonly live?: string;
}

/** The differences in the order of the local structure, then of the live one. */
export function differences(known: AuthStructure, live: AuthStructure): Difference[] {
  return names(known, live).flatMap((authType): Difference[] => {
    const before = own(known, authType);
    const now = own(live, authType);
    const fields = names(before ?? {}, now ?? {}).flatMap((field) =>
      fieldDifferences(authType, field, own(before ?? {}, field), own(now ?? {}, field)),
    );
    if (before === undefined) return [{ authType, change: 'added' }, ...fields];
    return now === undefined ? [{ authType, change: 'removed' }, ...fields] : fields;
  });
}

function fieldDifferences(
  authType: string,
  field: string,
  before: AuthStructureField | undefined,
  now: AuthStructureField | undefined,
): Difference[] {
  if (before === undefined) return [{ authType, field, change: 'added', live: need(now) }];
  if (now === undefined) return [{ authType, field, change: 'removed' }];
  const changes: Difference[] = [];
  const add = (change: 'type' | 'required', known: string, live: string) => {
    if (known !== live) changes.push({ authType, field, change, known, live });
  };
  add('type', typeOf(before), typeOf(now));
  add('required', need(before), need(now));
  return changes;
}

/** A name may be that of a member which every object has, such as `constructor`. */
function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function names(known: object, live: object): string[] {
  return [...new Set([...Object.keys(known), ...Object.keys(live)])];
}

function typeOf(field: AuthStructureField): string {
  return typeof field === 'string' ? field : field.type;
}

function need(field: AuthStructureField | undefined): string {
  return typeof field === 'string' || field?.required !== false ? 'required' : 'optional';
}
