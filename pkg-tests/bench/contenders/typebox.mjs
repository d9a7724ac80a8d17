// TypeBox's compiler for JSON Schema.
import { Compile } from 'typebox/schema';

export const needs = 'schemas';

export function prepare(schemas) {
  return new Map(
    Object.entries(schemas).map(([slug, schema]) => {
      const validator = Compile(schema);
      return [slug, (authObject) => validator.Check(authObject)];
    }),
  );
}
