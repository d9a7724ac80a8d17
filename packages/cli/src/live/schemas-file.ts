/** The file that `pull` writes: the service's own auth structures. They replace those of the catalogue. */
import { existsSync } from 'node:fs';
import type { AuthStructure } from 'auth-object';
import type { Command } from 'commander';
import * as v from 'valibot';
import writeFileAtomic from 'write-file-atomic';
import { cannotWrite, readJsonFile } from '../command/file-errors.ts';
import { APP_LIMITS, type LimitOption, limitOptionOf, withLimit } from '../command/limit-option.ts';
import { isBaseUrl } from '../command/option-values.ts';
import { redactName } from '../command/redact.ts';
import { UsageError } from '../command/usage-error.ts';
import { registrationFault } from './registration-fault.ts';

/** Where `pull` writes and every other command looks. */
export const SCHEMAS_FILE = 'auth-object.schemas.json';

/** What the file contains. `registerApps` takes its `apps`, a context its `customApps`. */
export interface Schemas {
  /** Where they were pulled from. */
  readonly baseUrl: string;
  /** When, as `Date.prototype.toISOString` writes it. */
  readonly pulled: string;
  /** By slug, sorted. */
  readonly apps: Readonly<Record<string, AuthStructure>>;
  /** Slugs of custom apps, sorted. The service knows them, but does not publish their fields. */
  readonly customApps: readonly string[];
}

const field = v.union([v.string(), v.looseObject({ type: v.string(), required: v.optional(v.boolean()) })]);
const structure = membersOf(membersOf(field));
const schemasFile = v.object({
  baseUrl: v.string(),
  pulled: v.string(),
  apps: membersOf(v.unknown()),
  customApps: v.array(v.string()),
});

/** An object whose members have any names. `v.record` leaves out `__proto__` and `constructor`. */
function membersOf(member: v.GenericSchema) {
  const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
  return v.pipe(v.custom<object>(isObject), v.transform(Object.values), v.array(member));
}

/** The schemas of a file that a command works with. */
export interface LoadedSchemas extends Schemas {
  readonly path: string;
}

/** The values of `--schemas`, `--no-schemas` and `--limit`. */
export interface SchemasOptions extends LimitOption {
  /** A path, or `false` for no file. */
  readonly schemas?: string | false;
}

/** Adds `--limit` for these limits, `--schemas FILE` and `--no-schemas`; {@link loadSchemas} takes their values. */
export function withSchemas(command: Command, limits = APP_LIMITS): Command {
  return withLimit(command, limits)
    .option('--schemas <file>', `use the schemas that pull wrote to this file (default: ${SCHEMAS_FILE}, if it exists)`)
    .option('--no-schemas', 'use the catalogue only');
}

/**
 * Reads the schemas and registers them.
 *
 * @returns `undefined` if there is no file.
 * @throws UsageError if the file cannot be read, or was not written by `pull`.
 */
export function loadSchemas(options: SchemasOptions): LoadedSchemas | undefined {
  const schemas = readSchemas(options);
  for (const [slug, structure] of Object.entries(schemas?.apps ?? {})) {
    const fault = registrationFault(slug, structure, options.limit);
    if (fault !== undefined) throw invalidSchema(schemas?.path as string, slug, fault);
  }
  return schemas;
}

/** The same, without registering anything. */
export function readSchemas({ schemas, limit }: SchemasOptions): LoadedSchemas | undefined {
  if (schemas === false || (schemas === undefined && !existsSync(SCHEMAS_FILE))) return undefined;
  const path = schemas ?? SCHEMAS_FILE;
  const value = readJsonFile(path);
  if (!v.is(schemasFile, value)) throw new UsageError(`${path} was not written by "auth-object pull".`);
  const { baseUrl, pulled, apps, customApps } = value as Schemas;
  // It is printed, so it must have no password.
  if (!isBaseUrl(baseUrl)) throw new UsageError(`${path} has no valid "baseUrl". Pull it again.`);
  for (const [slug, app] of Object.entries(apps)) {
    if (!v.is(structure, app)) throw invalidSchema(path, slug, registrationFault(slug, app, limit));
  }
  return { path, baseUrl, pulled, apps, customApps };
}

function invalidSchema(path: string, slug: string, fault = 'It is not an auth structure.'): UsageError {
  const todo = limitOptionOf(fault) === undefined ? ' Pull it again.' : '';
  return new UsageError(`${path} has an invalid schema for ${redactName(slug)}. ${fault}${todo}`);
}

/**
 * Writes the file, slugs sorted. A file of this name is replaced as a whole.
 *
 * @throws UsageError if the file cannot be written.
 */
export function writeSchemas(path: string, { baseUrl, pulled, apps, customApps }: Schemas): void {
  const sorted = Object.fromEntries(Object.entries(apps).sort(([a], [b]) => (a < b ? -1 : 1)));
  const file: Schemas = { baseUrl, pulled, apps: sorted, customApps: [...customApps].sort() };
  try {
    writeFileAtomic.sync(path, `${JSON.stringify(file, undefined, 2)}\n`);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}
