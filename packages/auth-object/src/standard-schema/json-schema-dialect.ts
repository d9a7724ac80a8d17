/** Converts a JSON Schema from draft 2020-12 to the other dialects of Standard JSON Schema. */

type Schema = Record<string, unknown>;

/**
 * The schema in another dialect.
 *
 * @throws TypeError for a dialect that is not supported.
 */
export function toDialect(schema: Schema, target: string): Schema {
  const { $schema: _, $defs, ...rest } = schema;
  switch (target) {
    case 'draft-2020-12':
      return schema;
    case 'draft-07':
      return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        ...(changed(rest, withDefinitions) as Schema),
        ...($defs === undefined ? undefined : { definitions: $defs }),
      };
    case 'openapi-3.0':
      // OpenAPI 3.0 has no definitions in a schema, one example instead of a list, and no empty `required`.
      return changed(rest, (part) => asOpenApi(inlined(part, $defs as Schema | undefined))) as Schema;
    default:
      throw new TypeError('standardSchema: unknown target. The targets are draft-2020-12, draft-07 and openapi-3.0.');
  }
}

function withDefinitions(part: Schema): Schema {
  return typeof part.$ref === 'string' ? { $ref: part.$ref.replace('#/$defs/', '#/definitions/') } : part;
}

function inlined(part: Schema, defs: Schema | undefined): Schema {
  return typeof part.$ref === 'string' ? (defs?.[part.$ref.slice('#/$defs/'.length)] as Schema) : part;
}

function asOpenApi(part: Schema): Schema {
  const { examples, required } = part;
  const changed = { ...part };
  if (Array.isArray(required) && required.length === 0) delete changed.required;
  if (Array.isArray(examples)) {
    delete changed.examples;
    changed.example = examples[0];
  }
  return changed;
}

/** Changes every object in a value, outer ones first. */
function changed(value: unknown, change: (part: Schema) => Schema): unknown {
  if (Array.isArray(value)) return value.map((item) => changed(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(change(value as Schema)).map(([key, part]) => [key, changed(part, change)]));
}
