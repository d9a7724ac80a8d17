// The schemas of all apps as one JSON Schema of a row, because Sourcemeta's `jsonschema validate --fast` takes only one.
// A binary search of 8 `if` and `enum` finds the app. With `oneOf`, `anyOf` or an `if` for each app, a million rows took
// 1.6 to 1.9 times as long. Compiling the schema beforehand saved nothing.

/**
 * @param {Record<string, object>} schemas slug → schema of the auth_object
 * @returns {object}
 */
export function oneSchema(schemas) {
  const slugs = Object.keys(schemas);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: ['slug', 'auth_object'],
    properties: { slug: { enum: slugs } },
    ...chosen(slugs),
    $defs: Object.fromEntries(slugs.map((slug) => [slug, withinApp(schemas[slug], slug)])),
  };
}

function chosen(slugs) {
  if (slugs.length === 1) return { properties: { auth_object: { $ref: `#/$defs/${slugs[0]}` } } };
  const half = slugs.length >> 1;
  return {
    if: { properties: { slug: { enum: slugs.slice(0, half) } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: chosen(slugs.slice(0, half)),
    else: chosen(slugs.slice(half)),
  };
}

/** The schema with references to its own definitions. */
function withinApp(schema, slug) {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === '$ref' ? value.replace('#/$defs/', `#/$defs/${slug}/$defs/`) : value,
  );
}
