/** An app's schema for what takes Standard Schemas: form libraries, routers, RPC. */

import { toDialect } from '../json-schema-dialect.js';
import type { AuthObject, AuthTypeOf, Fields, Slug } from '../types/app.js';
import type { StandardIssue, StandardResult, StandardSchema } from '../types/standard-schema.js';
import type { Issue } from '../types/verdict.js';
import { jsonSchema } from './catalog.js';
import { checkAuthObject } from './check.js';

/**
 * A Standard Schema (v1) of an app's auth_object, or with `authType` of the fields of that auth type alone; it is a
 * Standard JSON Schema as well. It validates at once, gives the value back as it is, and its paths start at the value.
 * For an app or an auth type that the catalogue lacks, every value has that as its issue.
 *
 * @throws TypeError where the slug or the auth type is no string.
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
      throw new TypeError(
        `standardSchema: the catalogue lacks ${slug}${authType === undefined ? '' : ` with ${authType}`}.`,
      );
    return toDialect(schema, target);
  };
  return {
    '~standard': {
      version: 1,
      vendor: 'auth-object',
      validate: (value) => (authType === undefined ? validate(slug, value) : validateFields(slug, authType, value)),
      jsonSchema: { input: convert, output: convert },
    },
  };
}

function validate(slug: string, value: unknown): StandardResult<unknown> {
  const verdict = checkAuthObject(slug, value, { hints: false });
  return verdict.ok ? { value } : { issues: verdict.issues.map((issue) => relative(issue, 'auth_object')) };
}

function validateFields(slug: string, authType: string, value: unknown): StandardResult<unknown> {
  const verdict = checkAuthObject(slug, { [authType]: value }, { hints: false, shape: 'typed' });
  return verdict.ok ? { value } : { issues: verdict.issues.map((issue) => relative(issue, 'auth_object', authType)) };
}

/** The path from the value on; none where the issue is about the value as a whole, or about what is around it. */
function relative({ message, path }: Issue, ...prefix: string[]): StandardIssue {
  const isBelow = prefix.every((key, index) => path[index] === key);
  const rest = isBelow ? path.slice(prefix.length) : [];
  return { message, path: rest };
}
