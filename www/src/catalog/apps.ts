/** The data of the apps' pages, read when the site is built. */

import type { AppFacts, FieldFacts } from '@auth-object/form';
import { appTypes, placeholders } from '@auth-object/reference';
import { type App, app, apps, authStructure, jsonSchema } from 'auth-object';

/** A format that a value of a field usually has. */
export interface Format {
  readonly means: string;
  readonly pattern?: string;
  /** Why such a value never works in the field. */
  readonly never?: string;
  readonly note?: string;
  readonly source?: string;
}

interface SchemaFile {
  readonly slug: string;
  readonly auth: Readonly<
    Record<
      string,
      { readonly host?: string; readonly fields: Readonly<Record<string, { readonly formats?: readonly Format[] }>> }
    >
  >;
  readonly sources: readonly string[];
}

const schemas = bySlug(
  Object.values(
    import.meta.glob<SchemaFile>(['../../../schemas/*.json', '!**/app.schema.json'], {
      eager: true,
      import: 'default',
    }),
  ),
);
const facts = bySlug(
  // Not bundled: Node loads the 205 modules when the site is built.
  await Promise.all(
    apps().map(
      async ({ slug }) => (await import(/* @vite-ignore */ `@auth-object/form/apps/${slug}`)).default as AppFacts,
    ),
  ),
);

export interface AppPage {
  readonly app: App;
  readonly facts: AppFacts;
  readonly schema: SchemaFile;
  readonly authStructure: unknown;
  readonly jsonSchema: unknown;
  readonly types: string;
}

export const appList = apps();

export function appPage(slug: string): AppPage {
  return {
    app: app(slug) as App,
    facts: facts.get(slug) as AppFacts,
    schema: schemas.get(slug) as SchemaFile,
    authStructure: authStructure(slug),
    jsonSchema: jsonSchema(slug),
    types: appTypes(slug) ?? '',
  };
}

/** A request of an auth type with placeholders. */
export function exampleFields({ app }: AppPage, authType: string): Record<string, string> {
  const type = app.auth[authType];
  return type === undefined ? {} : placeholders(type);
}

export function factsOf({ facts }: AppPage, authType: string, field: string): FieldFacts | undefined {
  return facts.auth.find(({ name }) => name === authType)?.fields.find(({ name }) => name === field);
}

export function formatsOf({ schema }: AppPage, authType: string, field: string): readonly Format[] {
  const formats = schema.auth[authType]?.fields[field]?.formats ?? [];
  return formats.filter(({ never }) => never === undefined);
}

function bySlug<T extends { readonly slug: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [one.slug, one]));
}
