// One auth type of a schema file, and what RULES say of it.

export class AuthType {
  constructor(name, schema) {
    this.name = name;
    this.basis = schema.basis;
    this.names = Object.keys(schema.fields);
    this.required = this.names.filter((field) => schema.fields[field].required !== false);
    this.anyOf = schema.any_of ?? [];
    this.rule = name === 'oauth2' ? 'oauth2_fields' : 'keybased_fields';
  }

  /** Whether a refusal that rests on this schema is certain. */
  get isCertain() {
    return this.basis === 'documented';
  }

  #ordered(names) {
    return this.names.filter((name) => names.includes(name));
  }

  /** The least that is accepted, one list of fields an `any_of` set. */
  wholeSets() {
    const sets = this.anyOf.length > 0 ? this.anyOf : [[]];
    return sets.map((set) => this.#ordered([...this.required, ...set]));
  }

  /** The fields that are asked for: required ones, and those of the `any_of` set that is nearest to being whole. */
  missing(there) {
    const absent = (names) => names.filter((name) => !there.includes(name));
    const has = (set) => set.length - absent(set).length;
    const met = this.anyOf.length === 0 || this.anyOf.some((set) => absent(set).length === 0);
    const nearest = met ? [] : this.anyOf.reduce((best, set) => (has(set) > has(best) ? set : best));
    return this.#ordered([...absent(this.required), ...absent(nearest)]);
  }

  isWhole(there) {
    return this.missing(there).length === 0;
  }

  /** The auth type that flat keys are read as. */
  static readFlat(types, keys) {
    const inCommon = (type) => keys.filter((key) => type.names.includes(key)).length;
    const fits = types.filter((type) => type.isWhole(keys) && inCommon(type) === keys.length);
    const candidates = fits.length > 0 ? fits : types;
    const most = Math.max(...candidates.map(inCommon));
    const nearest = candidates.filter((type) => inCommon(type) === most);
    return nearest.find((type) => type.name === 'oauth2') ?? nearest[0];
  }
}
