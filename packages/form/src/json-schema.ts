/**
 * `@auth-object/form/json-schema`: the fields of an app as a JSON Schema with titled branches, and a uiSchema for
 * react-jsonschema-form. The app must be imported: `import '@auth-object/form/apps/netsuite'`.
 */
import {
  type AppFacts,
  type AuthTypeFacts,
  type FieldFacts,
  importedApp,
  importedSlugs,
  type SetFacts,
} from './app/facts.ts';

/** A JSON Schema. */
export type JsonSchema = Record<string, unknown>;
/** How react-jsonschema-form displays the fields. */
export type UiSchema = Record<string, unknown>;

/** The versions of JSON Schema that `jsonSchema` can write. */
export type Draft = '2020-12' | '7';

const DIALECTS: Readonly<Record<Draft, string>> = {
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
  '7': 'http://json-schema.org/draft-07/schema#',
};

/**
 * The JSON Schema of an auth type's fields or, without an auth type, of the whole typed auth_object. Each auth type and
 * each set of fields is a branch of `anyOf` with a title.
 *
 * @throws Error if the app is not imported or the auth type is unknown.
 *
 * @example
 * ```tsx
 * <Form schema={jsonSchema('sftp', 'keybased', '7')} uiSchema={uiSchema('sftp', 'keybased')} validator={validator} />
 * ```
 */
export function jsonSchema(slug: string, authType?: string, draft: Draft = '2020-12'): JsonSchema {
  const app = appOf(slug);
  const head = { $schema: DIALECTS[draft] };
  if (authType !== undefined) return { ...head, ...fieldsSchema(authTypeOf(app, authType), app.brand, draft) };
  const branches = app.auth.map((one) => ({
    title: one.title,
    type: 'object',
    properties: { [one.name]: fieldsSchema(one, one.title, draft) },
    required: [one.name],
    additionalProperties: false,
  }));
  return { ...head, title: app.brand, type: 'object', anyOf: branches };
}

/**
 * The uiSchema of an auth type for react-jsonschema-form: masks secrets, and sets text areas for keys, placeholders and
 * the order of the fields.
 *
 * @throws Error if the app is not imported or the auth type is unknown.
 */
export function uiSchema(slug: string, authType: string): UiSchema {
  const { fields } = authTypeOf(appOf(slug), authType);
  const entries = fields.map((field) => [field.name, fieldUi(field)] as const);
  return { 'ui:order': [...fields.map(({ name }) => name), '*'], ...Object.fromEntries(entries) };
}

function appOf(slug: string): AppFacts {
  const app = importedApp(slug);
  if (app === undefined) {
    // The slug is not repeated: it may be a secret in the wrong place.
    const known = importedSlugs().join(', ') || 'none';
    throw new Error(
      `The app of this slug is not imported. Add: import '@auth-object/form/apps/SLUG'. Imported apps: ${known}.`,
    );
  }
  return app;
}

function authTypeOf(app: AppFacts, name: string): AuthTypeFacts {
  const authType = app.auth.find((one) => one.name === name);
  if (authType === undefined) {
    const known = app.auth.map((one) => one.name).join(', ');
    throw new Error(`${app.brand} does not have this auth type. Its auth types: ${known}.`);
  }
  return authType;
}

function fieldsSchema({ fields, sets = [] }: AuthTypeFacts, title: string, draft: Draft): JsonSchema {
  const inSets = new Set(sets.flatMap((set) => [...set.fields, ...(set.with ?? [])]));
  const [only] = sets.length === 1 ? sets : [];
  const shared = fields.filter(({ name, more }) => only !== undefined || more || !inSets.has(name));
  return {
    title,
    type: 'object',
    properties: propertiesOf(shared),
    required: fields.filter(({ name, optional }) => !optional && !inSets.has(name)).map(({ name }) => name),
    ...(only === undefined ? {} : needs(only)),
    ...(sets.length > 1 ? { anyOf: sets.map((set) => branch(set, fields)) } : {}),
    // Draft 7 cannot forbid all properties except those of a branch.
    ...(draft === '2020-12' ? { unevaluatedProperties: false } : {}),
  };
}

function branch(set: SetFacts, fields: readonly FieldFacts[]): JsonSchema {
  const own = fields.filter(({ name }) => set.fields.includes(name) || set.with?.includes(name));
  return { title: set.title, properties: propertiesOf(own), ...needs(set) };
}

/** Requires the fields of a set. For "one of two" it avoids `anyOf`, which form builders show as a choice. */
function needs({ fields, any }: SetFacts): JsonSchema {
  const [first, ...others] = fields;
  if (any === undefined || others.length !== 1) return { required: fields };
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: { not: { required: [first] } }, then: { required: others } };
}

function propertiesOf(fields: readonly FieldFacts[]): JsonSchema {
  return Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)]));
}

function fieldSchema({ label, secret, options, example, help }: FieldFacts): JsonSchema {
  return {
    type: 'string',
    title: label,
    ...(help === undefined ? {} : { description: help }),
    ...(options === undefined ? { minLength: 1, pattern: '\\S' } : { enum: options }),
    ...(example === undefined ? {} : { examples: [example] }),
    ...(secret ? { writeOnly: true } : {}),
  };
}

function fieldUi({ input, secret, example }: FieldFacts): UiSchema {
  return {
    ...(input === 'textarea' ? { 'ui:widget': 'textarea' } : secret ? { 'ui:widget': 'password' } : {}),
    ...(input === 'url' || input === 'email' ? { 'ui:options': { inputType: input } } : {}),
    'ui:autocomplete': secret && input !== 'textarea' ? 'new-password' : 'off',
    ...(example === undefined ? {} : { 'ui:placeholder': example }),
  };
}
