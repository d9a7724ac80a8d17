/**
 * An app's fields as a JSON Schema with titled branches, and the uiSchema that react-jsonschema-form draws it by.
 * The app must be imported: `import '@auth-object/form/apps/netsuite'`.
 */
import { type AppFacts, type AuthTypeFacts, type FieldFacts, importedApp, type SetFacts } from './facts.js';

export type JsonSchema = Record<string, unknown>;
export type UiSchema = Record<string, unknown>;

export type Draft = '2020-12' | '7';

const DIALECTS: Readonly<Record<Draft, string>> = {
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
  '7': 'http://json-schema.org/draft-07/schema#',
};

/**
 * The JSON Schema of the fields of an auth type, or of the whole typed auth_object: each auth type and each set of
 * fields is a branch of `anyOf` with a title.
 *
 * @throws Error if the app is not imported or has no such auth type.
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
 * The uiSchema of an auth type for react-jsonschema-form: masked secrets, text areas for keys, examples, help, order.
 *
 * @throws Error if the app is not imported or has no such auth type.
 */
export function uiSchema(slug: string, authType: string): UiSchema {
  const { fields } = authTypeOf(appOf(slug), authType);
  const drawn = fields.map((field) => [field.name, fieldUi(field)] as const);
  return { 'ui:order': [...fields.map(({ name }) => name), '*'], ...Object.fromEntries(drawn) };
}

function appOf(slug: string): AppFacts {
  const app = importedApp(slug);
  if (app === undefined) throw new Error(`${slug} is not imported: import '@auth-object/form/apps/${slug}' first.`);
  return app;
}

function authTypeOf(app: AppFacts, name: string): AuthTypeFacts {
  const authType = app.auth.find((one) => one.name === name);
  if (authType === undefined) {
    throw new Error(`${app.slug} has no auth type ${name}; it has ${app.auth.map((one) => one.name).join(', ')}.`);
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
    // Draft 7 cannot say "nothing but what a branch names".
    ...(draft === '2020-12' ? { unevaluatedProperties: false } : {}),
  };
}

function branch(set: SetFacts, fields: readonly FieldFacts[]): JsonSchema {
  const own = fields.filter(({ name }) => set.fields.includes(name) || set.with?.includes(name));
  return { title: set.title, properties: propertiesOf(own), ...needs(set) };
}

/** What makes a set complete. `anyOf` would draw a choice of its own. */
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
