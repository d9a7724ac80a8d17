/** `auth-object show`: shows an app. */
import { appTypes, sourcesOf } from '@auth-object/reference';
import type { App, AuthType, Field } from 'auth-object';
import { authStructure, jsonSchema } from 'auth-object';
import { Command, Option } from 'commander';
import { type Colors, colorsFor } from '../command/colors.ts';
import { printable, printableLines } from '../command/printable.ts';
import { redactName } from '../command/redact.ts';
import { UsageError } from '../command/usage-error.ts';
import { withExamples } from '../command/with-examples.ts';
import { type LoadedSchemas, loadSchemas, type SchemasOptions, withSchemas } from '../live/schemas-file.ts';
import { findApp } from './find-app.ts';

interface Options extends SchemasOptions {
  readonly json?: true;
  readonly authStructure?: true;
  readonly jsonSchema?: true;
  readonly types?: true;
}

/** Creates the command. */
export function showCommand(): Command {
  const command = new Command('show')
    .summary('show the auth types and fields of an app')
    .description('Show the auth types and fields of an app, and the sources of its schema.')
    .argument('<slug>', 'the app')
    .addOption(
      new Option('--json', 'print JSON: the result of app(slug) and the sources').conflicts([
        'authStructure',
        'jsonSchema',
        'types',
      ]),
    )
    .addOption(
      new Option('--auth-structure', 'print JSON as the auth-structure endpoint answers it').conflicts([
        'jsonSchema',
        'types',
      ]),
    )
    .addOption(new Option('--json-schema', 'print a JSON Schema (draft 2020-12) of its auth_object').conflicts('types'))
    .option('--types', 'print TypeScript types of its auth_object')
    .action(show);
  withSchemas(command);
  return withExamples(command, [
    'auth-object show netsuite',
    'auth-object show copper --auth-structure',
    'auth-object show hubspot --json-schema > hubspot.schema.json',
    'auth-object show hubspot --types > hubspot.ts',
  ]);
}

function show(slug: string, options: Options): void {
  const schemas = loadSchemas(options);
  const app = findApp(slug);
  process.stdout.write(`${view(app, options, schemas)}\n`);
}

function view(app: App, options: Options, schemas: LoadedSchemas | undefined): string {
  const { slug } = app;
  if (options.types) return typesOf(slug);
  if (options.json) return json({ ...app, sources: sourcesOf(slug) });
  if (options.authStructure) return json(authStructure(slug));
  if (options.jsonSchema) return json(jsonSchema(slug));
  return page(app, schemas, colorsFor(process.stdout));
}

function typesOf(slug: string): string {
  const types = appTypes(slug);
  if (types === undefined)
    throw new UsageError(`Only apps of the catalogue have types; "${redactName(slug)}" is not in it.`);
  return types;
}

function json(value: unknown): string {
  return printableLines(JSON.stringify(value, undefined, 2));
}

function page(app: App, schemas: LoadedSchemas | undefined, colors: Colors): string {
  const { aliases = [], auth } = app;
  const [slug, name, brand, category] = [app.slug, app.name, app.brand, app.category].map(printable);
  const also = aliases.length === 0 ? '' : `; also called ${printable(aliases.join(', '))}`;
  const lines = [`${colors.bold(brand)} (${slug})`, `${category}${also}`];
  if (name !== brand) lines.push(`The service calls it ${name}`);
  for (const [authType, { basis, anyOf, fields }] of Object.entries(auth)) {
    lines.push(
      '',
      `${colors.bold(printable(authType))}  ${colors.dim(`field names: ${basis}`)}`,
      ...fieldLines(fields, colors),
    );
    if (anyOf !== undefined) lines.push(`  ${sets(anyOf)}`);
  }
  const sources = schemaSources(app.slug, Object.values(auth), schemas);
  lines.push('', colors.bold('Sources'), ...sources.map((source) => `  ${printable(source)}`));
  return lines.join('\n');
}

function fieldLines(fields: readonly Field[], { dim, yellow }: Colors): string[] {
  const width = Math.max(...fields.map(({ name }) => printable(name).length));
  return fields.map(({ name, label, required, secret, options }) => {
    const marks = `${required ? 'required' : dim('optional')}  ${secret ? yellow('secret') : '      '}`;
    const values = options === undefined ? '' : `: ${options.join(' | ')}`;
    return `  ${printable(name).padEnd(width)}  ${marks}  ${printable(label + values)}`;
  });
}

function sets(anyOf: readonly (readonly string[])[]): string {
  return printable(`at least one of: ${anyOf.map((set) => set.join(' + ')).join(' | ')}`);
}

/** Live fields come from the service, all others from the sources of the schema. */
function schemaSources(
  slug: string,
  authTypes: readonly AuthType[],
  schemas: LoadedSchemas | undefined,
): readonly string[] {
  const isLive = schemas !== undefined && authTypes.some(({ basis }) => basis === 'live');
  return isLive ? [`${schemas.baseUrl}, pulled ${schemas.pulled} (${schemas.path})`] : sourcesOf(slug);
}
