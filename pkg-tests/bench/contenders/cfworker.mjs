import { Validator } from '@cfworker/json-schema';

export const needs = 'schemas';

export function prepare(schemas) {
  return new Map(
    Object.entries(schemas).map(([slug, schema]) => {
      const validator = new Validator(schema, '2020-12', true);
      return [slug, (authObject) => authObject !== undefined && validator.validate(authObject).valid];
    }),
  );
}
