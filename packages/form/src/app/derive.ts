/**
 * Derives the facts that a form needs from an app's schema: titles, sets, and which optional fields are shown on
 * demand.
 */
import type { AppFacts, AuthTypeFacts, FieldFacts, SetFacts } from './facts.ts';

/** A field as in a schema file, with its label. */
export interface RawField extends Omit<FieldFacts, 'more' | 'optional'> {
  readonly required: boolean;
}

/** A set as in a schema file: names of fields, or an object with a title. */
export type RawSet = readonly string[] | { readonly title?: string; readonly fields: readonly string[] };

export interface RawAuthType {
  readonly name: string;
  readonly title?: string | undefined;
  readonly anyOf?: readonly RawSet[] | undefined;
  readonly fields: readonly RawField[];
}

export interface RawApp {
  readonly slug: string;
  readonly brand: string;
  readonly auth: readonly RawAuthType[];
}

/** What the schema files lack for an auth type. */
export interface Override {
  readonly title?: string;
  /** The key is the fields of the set, joined by `+`; `false` leaves the set out. */
  readonly sets?: Readonly<Record<string, false | { readonly title: string; readonly with?: readonly string[] }>>;
  /** `false` leaves a field out. */
  readonly fields?: Readonly<Record<string, false | Partial<Pick<FieldFacts, 'label' | 'example' | 'help' | 'docs'>>>>;
}

/** By slug and auth type. */
export type Overrides = Readonly<Record<string, Readonly<Record<string, Override>>>>;

/** An auth type with more optional fields puts them behind "More options". */
const MAX_OPTIONAL_SHOWN = 2;
const TOKENS = ['access_token', 'refresh_token'];
const CLIENT = ['client_id', 'client_secret', 'callback_url'];

export function deriveApp({ slug, brand, auth }: RawApp, overrides: Overrides = {}): AppFacts {
  return {
    slug,
    brand,
    auth: auth.map((authType) => deriveAuthType(authType, overrides[slug]?.[authType.name] ?? {})),
  };
}

function deriveAuthType({ name, title, anyOf, fields }: RawAuthType, override: Override): AuthTypeFacts {
  const sets = deriveSets(name, anyOf ?? [], fields, override);
  const inSet = new Set(sets.flatMap((set) => [...set.fields, ...(set.with ?? [])]));
  const used = new Set(sets.flatMap((set) => set.fields));
  const dropped = new Set((anyOf ?? []).flatMap(fieldsOf).filter((field) => !used.has(field)));
  const isExtra = ({ name: field, required }: RawField) => !required && !inSet.has(field);
  const kept = fields.filter((field) => !dropped.has(field.name) && override.fields?.[field.name] !== false);
  const isCrowded = kept.filter((field) => isExtra(field) && !isClient(name, field.name)).length > MAX_OPTIONAL_SHOWN;
  return {
    name,
    title: title ?? override.title ?? titleOf(name, kept),
    fields: inOrder(name, kept).map((field) =>
      deriveField(field, override, (isExtra(field) && isCrowded) || (!field.required && isClient(name, field.name))),
    ),
    ...(sets.length > 0 ? { sets } : {}),
  };
}

function deriveField({ required, ...field }: RawField, override: Override, isMore: boolean): FieldFacts {
  return {
    ...field,
    ...(override.fields?.[field.name] || {}),
    ...(required ? {} : { optional: true as const }),
    ...(isMore ? { more: true as const } : {}),
  };
}

/** In schema order, but tokens come after the required fields, such as the name of a store. */
function inOrder(authType: string, fields: readonly RawField[]): RawField[] {
  const isToken = ({ name }: RawField) => authType === 'oauth2' && TOKENS.includes(name);
  const isFirst = (field: RawField) => authType !== 'oauth2' || (field.required && !isToken(field));
  return [...fields.filter(isFirst), ...fields.filter((field) => !isFirst(field))];
}

function isClient(authType: string, field: string): boolean {
  return authType === 'oauth2' && CLIENT.includes(field);
}

function fieldsOf(set: RawSet): readonly string[] {
  return 'fields' in set ? set.fields : set;
}

function deriveSets(
  authType: string,
  anyOf: readonly RawSet[],
  fields: readonly RawField[],
  override: Override,
): SetFacts[] {
  const isToken = (set: RawSet) => authType === 'oauth2' && fieldsOf(set).every((field) => TOKENS.includes(field));
  const tokens = [...new Set(anyOf.filter(isToken).flatMap(fieldsOf))];
  const others = anyOf.filter((set) => !isToken(set));
  const label = (name: string) => fields.find((field) => field.name === name)?.label ?? name;
  const sets: SetFacts[] = [];
  if (tokens.length > 0) {
    sets.push({ title: 'Tokens', fields: tokens, ...(tokens.length > 1 ? { any: true as const } : {}) });
  }
  const optional = fields.filter(({ required }) => !required).map(({ name }) => name);
  const inSets = new Set(anyOf.flatMap(fieldsOf));
  for (const set of others) {
    const names = fieldsOf(set);
    const overridden = override.sets?.[names.join('+')];
    if (overridden === false) continue;
    const own = names.filter((name) => anyOf.every((other) => other === set || !fieldsOf(other).includes(name)));
    // By name: pem_key_passphrase belongs to pem_key.
    const companions = optional.filter(
      (name) => !inSets.has(name) && names.some((field) => name.startsWith(`${field}_`)),
    );
    const together = overridden?.with ?? companions;
    sets.push({
      title:
        ('fields' in set ? set.title : undefined) ?? overridden?.title ?? setTitle(own.length > 0 ? own : names, label),
      fields: names,
      ...(together.length > 0 ? { with: together } : {}),
    });
  }
  return sets;
}

/** A title made from the fields that only this set has. */
function setTitle(names: readonly string[], label: (name: string) => string): string {
  if (names.includes('password')) return label('password');
  if (names.includes('client_id') && names.includes('client_secret')) return 'Client ID and Secret';
  return names.map(label).join(' + ');
}

function titleOf(authType: string, fields: readonly RawField[]): string {
  if (authType === 'oauth2') return 'OAuth 2.0';
  const secrets = fields.filter(({ secret }) => secret);
  if (secrets.length === 1) return secrets[0]?.name === 'password' ? 'Password' : 'API Key';
  return secrets.some(({ name }) => name === 'password') ? 'Credentials' : 'Keys';
}
