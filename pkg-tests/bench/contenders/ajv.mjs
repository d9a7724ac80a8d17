// One compiled function for each app.
import Ajv from 'ajv/dist/2020.js';

export const needs = 'schemas';

export function prepare(schemas) {
  const ajv = new Ajv.default({ strict: false });
  return new Map(Object.entries(schemas).map(([slug, schema]) => [slug, ajv.compile(schema)]));
}
