// The catalogue in the two forms that contenders are prepared with.

/**
 * @param api the package
 * @returns {{ compact: object, schemas: object }} compact: slug → auth type → required and optional fields, and sets,
 *   one of which must be complete; schemas: slug → JSON Schema without titles
 */
export function catalogue(api) {
  const slugs = api.apps().map(({ slug }) => slug);
  return {
    compact: Object.fromEntries(slugs.map((slug) => [slug, compactOf(api.app(slug))])),
    schemas: Object.fromEntries(slugs.map((slug) => [slug, withoutTitles(api.jsonSchema(slug))])),
  };
}

function compactOf({ auth }) {
  const names = (fields, isRequired) =>
    fields.filter(({ required }) => required === isRequired).map(({ name }) => name);
  return Object.fromEntries(
    Object.entries(auth).map(([name, { fields, anyOf }]) => [
      name,
      { required: names(fields, true), optional: names(fields, false), ...(anyOf && { anyOf }) },
    ]),
  );
}

/** Contenders do not use titles, and they know the dialect. */
function withoutTitles(schema) {
  const text = JSON.stringify(schema, (key, value) => {
    const isText = typeof value === 'string';
    return isText && (key === 'title' || key === '$schema') ? undefined : key === 'writeOnly' ? undefined : value;
  });
  return JSON.parse(text);
}
