/** An app's schema as a Standard Schema, for form libraries, routers and RPC. */

import type { AuthType } from '../catalog/app.ts';
import { app } from '../catalog/apps.ts';
import type { AuthObject, AuthTypeOf, Fields, Slug } from '../catalog/auth-object.ts';
import { jsonSchema } from '../catalog/exports.ts';
import { checkAuthObject } from '../check/check.ts';
import type { Path } from '../verdict/issue.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { StandardResult, StandardSchema } from './interfaces.ts';
import { toDialect } from './json-schema-dialect.ts';

/**
 * Returns a Standard Schema (v1) of an app's auth_object, or of the fields of one auth type. It is a Standard JSON Schema
 * as well. It validates synchronously.
 *
 * The messages are the `help` texts. The result has no blank strings in optional fields, which forms send for empty
 * inputs; the value that you pass stays as it is. A path starts at the value and is never empty: an issue about the whole
 * value has the path of the first field to fill in, or `["auth_object"]` if the app or its auth type is unknown.
 *
 * @throws TypeError if the slug or the auth type is not a string.
 *
 * @example
 * ```ts
 * useForm({ resolver: standardSchemaResolver(standardSchema("netsuite", "keybased")) });
 * ```
 */
export function standardSchema<S extends Slug>(slug: S): StandardSchema<AuthObject<S>>;
export function standardSchema<S extends Slug, T extends AuthTypeOf<S>>(
  slug: S,
  authType: T,
): StandardSchema<Fields<S, T>>;
export function standardSchema(slug: string, authType?: string): StandardSchema<Record<string, unknown>>;
export function standardSchema(slug: string, authType?: string): StandardSchema<unknown> {
  if (typeof slug !== 'string') throw new TypeError('standardSchema: the slug must be a string, such as "netsuite".');
  if (authType !== undefined && typeof authType !== 'string') {
    throw new TypeError('standardSchema: the auth type must be a string, such as "oauth2".');
  }
  const convert = ({ target }: { target: string }): Record<string, unknown> => {
    const schema = jsonSchema(slug, authType);
    if (schema === undefined)
      throw new TypeError(`standardSchema: unknown app${authType === undefined ? '' : ' or auth type'}. See apps().`);
    return toDialect(schema, target);
  };
  return {
    '~standard': {
      version: 1,
      vendor: 'auth-object',
      validate: (value) => validate(slug, authType, value),
      jsonSchema: { input: convert, output: convert },
    },
  };
}

function validate(slug: string, authType: string | undefined, value: unknown): StandardResult<unknown> {
  const verdict = check(slug, authType, value);
  if (verdict.ok) return { value };
  const type = authTypeOf(slug, authType ?? verdict.authType);
  // The key of the fields in a typed auth_object.
  const key = authType === undefined && verdict.shape === 'typed' ? verdict.authType : undefined;
  const filled = withoutBlanks(value, key, type);
  const second = filled === value ? verdict : check(slug, authType, filled);
  if (second.ok) return { value: filled };
  const start = authType === undefined ? ['auth_object'] : ['auth_object', authType];
  const elsewhere = firstPath(key, type);
  return { issues: second.issues.map(({ help, path }) => ({ message: help, path: below(start, path) ?? elsewhere })) };
}

function check(slug: string, authType: string | undefined, value: unknown): Verdict {
  if (authType === undefined) return checkAuthObject(slug, value, { hints: false });
  return checkAuthObject(slug, { [authType]: value }, { hints: false, shape: 'typed' });
}

/** The auth type, by default the first; without fields if it is unknown. */
function authTypeOf(slug: string, name: string | undefined): Pick<AuthType, 'anyOf' | 'fields'> {
  const auth = new Map(Object.entries(app(slug)?.auth ?? {}));
  const [first] = auth.keys();
  return auth.get(name ?? first ?? '') ?? { fields: [] };
}

/** The path below the value; `undefined` if the issue is about the whole value, or about something outside of it. */
function below(start: readonly string[], path: Path): PropertyKey[] | undefined {
  const isBelow = path.length > start.length && start.every((key, index) => path[index] === key);
  return isBelow ? path.slice(start.length) : undefined;
}

/** The first field to fill in. Form libraries show an issue at its field, and ignore one without a field. */
function firstPath(key: string | undefined, { anyOf, fields }: Pick<AuthType, 'anyOf' | 'fields'>): string[] {
  const first = fields.find(({ name, required }) => required || anyOf?.[0]?.includes(name)) ?? fields[0];
  if (first === undefined) return ['auth_object'];
  return key === undefined ? [first.name] : [key, first.name];
}

/**
 * The value without blank strings in optional fields; the same value if it has no such strings.
 *
 * @param key - The key to the fields, if they are not in the value itself.
 */
function withoutBlanks(value: unknown, key: string | undefined, type: Pick<AuthType, 'fields'>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  try {
    if (key !== undefined) {
      const fields = (value as Record<string, unknown>)[key];
      const filled = withoutBlanks(fields, undefined, type);
      return filled === fields ? value : { ...value, [key]: filled };
    }
    // JSON.stringify writes what toJSON returns, not the members.
    if (Array.isArray(value) || 'toJSON' in value) return value;
    const optional = type.fields.filter(({ required }) => !required).map(({ name }) => name);
    const members = Object.entries(value);
    const filled = members.filter(([name, member]) => !(optional.includes(name) && isBlank(member)));
    return filled.length === members.length ? value : Object.fromEntries(filled);
  } catch {
    // A getter throws, which gives an issue of its own.
    return value;
  }
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && /^\p{White_Space}*$/u.test(value);
}
