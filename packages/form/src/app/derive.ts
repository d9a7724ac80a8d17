/**
 * Derives the facts that a form needs from an app's schema: which fields are shown, and which of them on demand, sets,
 * and titles where the schema has none.
 */
import type { AppFacts, AuthTypeFacts, FieldFacts, SetFacts } from './facts.ts';

/** A field as in a schema file, with its label. */
export interface RawField extends Omit<FieldFacts, 'more' | 'optional'> {
  readonly required: boolean;
  /** An older name of another field, or of no concern to the person who fills in the form. */
  readonly isHidden?: boolean;
}

/** A set as in a schema file. */
export interface RawSet {
  readonly title?: string;
  readonly fields: readonly string[];
  readonly optional?: readonly string[];
}

export interface RawAuthType {
  readonly name: string;
  readonly title?: string | undefined;
  readonly anyOf?: readonly RawSet[] | undefined;
  readonly fields: readonly RawField[];
}

export interface RawApp {
  readonly slug: string;
  readonly brand: string;
  readonly docs?: string | undefined;
  readonly auth: readonly RawAuthType[];
}

/** An auth type with more optional fields puts them behind "More options". */
const MAX_OPTIONAL_SHOWN = 2;
const TOKENS = ['access_token', 'refresh_token'];
const CLIENT = ['client_id', 'client_secret', 'callback_url'];

export function deriveApp({ slug, brand, docs, auth }: RawApp): AppFacts {
  return { slug, brand, ...(docs === undefined ? {} : { docs }), auth: auth.map(deriveAuthType) };
}

function deriveAuthType({ name, title, anyOf = [], fields }: RawAuthType): AuthTypeFacts {
  const hidden = fields.filter(({ isHidden }) => isHidden).map((field) => field.name);
  const shown = fields.filter(({ isHidden }) => !isHidden);
  const sets = deriveSets(
    name,
    anyOf.filter((set) => !set.fields.some((field) => hidden.includes(field))),
    fields,
  );
  const inSet = new Set(sets.flatMap((set) => [...set.fields, ...(set.with ?? [])]));
  const isExtra = ({ name: field, required }: RawField) => !required && !inSet.has(field);
  const isCrowded = shown.filter((field) => isExtra(field) && !isClient(name, field.name)).length > MAX_OPTIONAL_SHOWN;
  return {
    name,
    title: title ?? titleOf(name, shown),
    fields: inOrder(name, shown).map((field) =>
      deriveField(field, (isExtra(field) && isCrowded) || (!field.required && isClient(name, field.name))),
    ),
    ...(sets.length > 0 ? { sets } : {}),
  };
}

function deriveField({ required, isHidden: _, ...field }: RawField, isMore: boolean): FieldFacts {
  return { ...field, ...(required ? {} : { optional: true as const }), ...(isMore ? { more: true as const } : {}) };
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

function deriveSets(authType: string, anyOf: readonly RawSet[], fields: readonly RawField[]): SetFacts[] {
  const isToken = (set: RawSet) => authType === 'oauth2' && set.fields.every((field) => TOKENS.includes(field));
  const tokens = [...new Set(anyOf.filter(isToken).flatMap((set) => set.fields))];
  const label = (name: string) => fields.find((field) => field.name === name)?.label ?? name;
  const others = anyOf
    .filter((set) => !isToken(set))
    .map((set) => {
      const own = set.fields.filter((name) => anyOf.every((other) => other === set || !other.fields.includes(name)));
      return {
        title: set.title ?? setTitle(own.length > 0 ? own : set.fields, label),
        fields: set.fields,
        ...(set.optional ? { with: set.optional } : {}),
      };
    });
  if (tokens.length === 0) return others;
  return [{ title: 'Tokens', fields: tokens, ...(tokens.length > 1 ? { any: true as const } : {}) }, ...others];
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
