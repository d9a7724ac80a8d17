/** A schema file of schemas/ as `deriveApp` takes it: with all labels, and addresses as prefix and suffix. */
import { readdirSync, readFileSync } from 'node:fs';
import type { RawApp, RawField, RawSet } from '../src/app/derive.ts';
import type { InputKind } from '../src/app/facts.ts';

/** The parts of a schema file that a form needs; schemas/app.schema.json describes them. */
interface SchemaFile {
  readonly slug: string;
  readonly name: string;
  readonly brand?: string;
  readonly docs?: string;
  readonly auth: Readonly<Record<string, SchemaAuthType>>;
}

interface SchemaAuthType {
  readonly title?: string;
  readonly any_of?: readonly RawSet[];
  readonly fields: Readonly<Record<string, SchemaField>>;
}

interface SchemaField extends Partial<Pick<RawField, 'label' | 'options' | 'example' | 'help' | 'docs'>> {
  readonly title?: string;
  readonly replaced_by?: string;
  readonly internal?: true;
  readonly required?: false;
  readonly secret?: true;
  readonly input?: InputKind;
  readonly address?: string | { readonly subdomain: string };
}

const SCHEMAS = new URL('../../../schemas/', import.meta.url);
/** Written in capitals in a label that is made from a name. */
const CAPITALS = ['api', 'crm', 'id', 'jdbc', 'pem', 'rest', 'ssl', 'uri', 'url'];

/** All apps, in the order of their slugs. */
export function readSchemas(): RawApp[] {
  return readdirSync(SCHEMAS)
    .filter((file) => file.endsWith('.json') && file !== 'app.schema.json')
    .map((file) => rawApp(JSON.parse(readFileSync(new URL(file, SCHEMAS), 'utf8'))));
}

function rawApp({ slug, name, brand = name, docs, auth }: SchemaFile): RawApp {
  return {
    slug,
    brand,
    docs,
    auth: Object.entries(auth).map(([key, { title, any_of: anyOf, fields }]) => ({
      name: key,
      title,
      anyOf,
      fields: Object.entries(fields).map(([field, schema]) => rawField(field, schema)),
    })),
  };
}

function rawField(name: string, field: SchemaField): RawField {
  const { label = titleCase(name), title = label, required = true, secret, input, options, address } = field;
  const { example, help, docs } = field;
  const suffix = typeof address === 'object' ? address.subdomain : '';
  const isDefault = input === undefined || (input === 'text' && secret);
  return {
    name,
    label: title,
    required,
    ...(secret ? { secret } : {}),
    ...(isDefault ? {} : { input }),
    ...(options ? { options } : {}),
    ...(suffix ? { prefix: 'https://', suffix } : {}),
    ...(example ? { example } : {}),
    ...(help ? { help } : {}),
    ...(docs ? { docs } : {}),
    ...(field.internal || field.replaced_by ? { isHidden: true } : {}),
  };
}

/** The default label of a field, as app.schema.json defines it. */
function titleCase(name: string): string {
  return name
    .split('_')
    .map((word) => (CAPITALS.includes(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}
