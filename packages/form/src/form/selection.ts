/** The chosen auth type and set, and which fields a form has because of them. */
import type { AppFacts, AuthTypeFacts, FieldFacts, SetFacts } from '../app/facts.ts';
import { isBlank, type Values } from './values.ts';

export class Selection {
  /** Absent if the app is unknown or not loaded yet. */
  readonly app: AppFacts | undefined;
  #authType: AuthTypeFacts | undefined;
  #set: SetFacts | undefined;

  /** Chooses the auth type asked for; else the auth type, and in any case the set, with the most values. */
  constructor(app: AppFacts | undefined, authType: string | undefined, values: Values) {
    this.app = app;
    const types = app?.auth ?? [];
    this.#authType =
      types.find(({ name }) => name === authType) ??
      bestOf(types, ({ fields }) =>
        countFilled(
          fields.map(({ name }) => name),
          values,
        ),
      );
    this.#chooseBestSet(values);
  }

  get authType(): string {
    return this.#authType?.name ?? '';
  }

  get sets(): readonly SetFacts[] {
    return this.#authType?.sets ?? [];
  }

  get set(): SetFacts | undefined {
    return this.#set;
  }

  /** @returns whether the choice changed. */
  chooseAuthType(name: string, values: Values): boolean {
    const chosen = this.app?.auth.find((authType) => authType.name === name);
    if (chosen === undefined || chosen === this.#authType) return false;
    this.#authType = chosen;
    this.#chooseBestSet(values);
    return true;
  }

  /** @returns whether the choice changed. */
  chooseSet(title: string): boolean {
    const chosen = this.sets.find((set) => set.title === title);
    if (chosen === undefined || chosen === this.#set) return false;
    this.#set = chosen;
    return true;
  }

  #chooseBestSet(values: Values): void {
    this.#set = bestOf(this.sets, ({ fields }) => countFilled(fields, values));
  }

  /** The fields of the chosen set, in its order, and those that belong to no set. */
  get fields(): FieldFacts[] {
    const own = this.#set === undefined ? [] : fieldsOf(this.#set);
    const inSets = new Set(this.sets.flatMap(fieldsOf));
    const shown = (this.#authType?.fields ?? [])
      .filter(({ name, more }) => own.includes(name) || !inSets.has(name) || more)
      .map(({ more, ...field }) => (more && !own.includes(field.name) ? { ...field, more } : field));
    const ofSet = own.flatMap((name) => shown.find((field) => field.name === name) ?? []).values();
    return shown.map((field) => (own.includes(field.name) ? (ofSet.next().value ?? field) : field));
  }

  isRequired(field: FieldFacts): boolean {
    if (field.optional === undefined) return true;
    return this.#set?.any === undefined && this.#set?.fields.includes(field.name) === true;
  }

  /** Whether one of several fields is enough and this is one of them. */
  isOneOf({ name }: FieldFacts): boolean {
    return this.#set?.any === true && this.#set.fields.includes(name);
  }

  /** The fields that the chosen set still needs. If one of several is enough, the first of them. */
  missing(values: Values): FieldFacts[] {
    const isMissing = (name: string) => isBlank(values[name]);
    const [first] = this.#set?.any && this.#set.fields.every(isMissing) ? this.#set.fields : [];
    return this.fields.filter((field) => isMissing(field.name) && (this.isRequired(field) || field.name === first));
  }
}

function fieldsOf(set: SetFacts): string[] {
  return [...set.fields, ...(set.with ?? [])];
}

function countFilled(fields: readonly string[], values: Values): number {
  return fields.filter((field) => !isBlank(values[field])).length;
}

/** The item with the highest score; the first of equals. */
function bestOf<T>(all: readonly T[], score: (one: T) => number): T | undefined {
  let best: T | undefined;
  for (const one of all) if (best === undefined || score(one) > score(best)) best = one;
  return best;
}
