// What a programmer would write by hand for these rules, with a table of the catalogue.

interface AuthType {
  required: string[];
  optional: string[];
  anyOf?: string[][];
}

type Catalogue = Record<string, Record<string, AuthType>>;
type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isFilled = (value: unknown) => typeof value === 'string' && value.trim() !== '';

class Checker {
  readonly #known: Set<string>;
  readonly #type: AuthType;

  constructor(type: AuthType) {
    this.#known = new Set([...type.required, ...type.optional]);
    this.#type = type;
  }

  check(fields: Fields): boolean {
    for (const name in fields) if (!this.#known.has(name) || !isFilled(fields[name])) return false;
    for (const name of this.#type.required) if (!(name in fields)) return false;
    const { anyOf } = this.#type;
    return anyOf === undefined || anyOf.some((set) => set.every((name) => name in fields));
  }
}

export const needs = 'compact';

export function prepare(catalogue: Catalogue): Map<string, (authObject: unknown) => boolean> {
  const apps = new Map<string, (authObject: unknown) => boolean>();
  for (const [slug, auth] of Object.entries(catalogue)) {
    const types = new Map(Object.entries(auth).map(([name, type]) => [name, new Checker(type)]));
    const all = [...types.values()];
    apps.set(slug, (authObject) => {
      if (!isFields(authObject)) return false;
      const [[name, inner] = ['', undefined], ...others] = Object.entries(authObject);
      if (others.length === 0 && isFields(inner)) return types.get(name)?.check(inner) ?? false;
      return all.some((type) => type.check(authObject));
    });
  }
  return apps;
}
