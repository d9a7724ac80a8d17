// One auth type of a schema file, read by the rules.

/** Fields that describe the OAuth client, not the customer's grant. */
const CLIENT_FIELDS = ['client_id', 'client_secret', 'callback_url'];

export class AuthType {
  constructor(name, schema) {
    this.name = name;
    this.basis = schema.basis;
    this.names = Object.keys(schema.fields);
    this.required = this.names.filter((field) => schema.fields[field].required !== false);
    this.anyOf = (schema.any_of ?? []).map((set) => set.fields);
    this.rule = name === 'oauth2' ? 'oauth2_fields' : 'keybased_fields';
  }

  /** Whether a rejection by this schema is certain. */
  get isCertain() {
    return this.basis === 'documented';
  }

  #ordered(names) {
    return this.names.filter((name) => names.includes(name));
  }

  /** The smallest accepted lists of fields, one for each `any_of` set. */
  wholeSets() {
    const sets = this.anyOf.length > 0 ? this.anyOf : [[]];
    return sets.map((set) => this.#ordered([...this.required, ...set]));
  }

  /** The missing fields: required ones, and the first one that the closest `any_of` set lacks. */
  missing(there) {
    const absent = (names) => this.#ordered(names.filter((name) => !there.includes(name)));
    const has = (set) => set.length - absent(set).length;
    const isComplete = this.anyOf.length === 0 || this.anyOf.some((set) => absent(set).length === 0);
    const closest = isComplete ? [] : this.anyOf.reduce((best, set) => (has(set) > has(best) ? set : best));
    return this.#ordered([...absent(this.required), ...absent(closest).slice(0, 1)]);
  }

  /** The present fields that a flat object does not permit: client fields that no complete set names. */
  typedOnly(there) {
    if (this.name !== 'oauth2') return [];
    const complete = this.anyOf.filter((set) => set.every((name) => there.includes(name))).flat();
    return this.#ordered(CLIENT_FIELDS.filter((name) => there.includes(name) && !complete.includes(name)));
  }

  /** How many fields the smallest complete set has. */
  #setSize(there) {
    const complete = this.anyOf.filter((set) => set.every((name) => there.includes(name)));
    return this.required.length + Math.min(...complete.map((set) => set.length), ...(complete.length ? [] : [0]));
  }

  isWhole(there) {
    return this.missing(there).length === 0;
  }

  /** The auth type of a flat auth_object with these keys. */
  static readFlat(types, keys) {
    const inCommon = (type) => keys.filter((key) => type.names.includes(key)).length;
    const fits = types.filter(
      (type) => type.isWhole(keys) && inCommon(type) === keys.length && type.typedOnly(keys).length === 0,
    );
    const hasClient = fits.some((type) => type.name === 'oauth2' && CLIENT_FIELDS.some((name) => keys.includes(name)));
    if (fits.length > 1 && hasClient) {
      const smallest = Math.min(...fits.map((type) => type.#setSize(keys)));
      const small = fits.filter((type) => type.#setSize(keys) === smallest);
      return small.find((type) => type.name === 'keybased') ?? small[0];
    }
    const candidates = fits.length > 0 ? fits : types;
    const most = Math.max(...candidates.map(inCommon));
    const nearest = candidates.filter((type) => inCommon(type) === most);
    return nearest.find((type) => type.name === 'oauth2') ?? nearest[0];
  }
}
