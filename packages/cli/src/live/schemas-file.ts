/** The file that `pull` writes: the service's own auth structures, which win over the catalogue's. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { AuthStructure } from 'auth-object';
import { registerApp } from 'auth-object';
import type { Command } from 'commander';
import { redactName } from '../command/redact.ts';
import { UsageError } from '../command/usage-error.ts';

/** Where `pull` writes and every other command looks. */
export const SCHEMAS_FILE = 'auth-object.schemas.json';

/** What stands in the file. `registerApps` takes its `apps`, a context its `customApps`. */
export interface Schemas {
  /** Where they were pulled from. */
  readonly baseUrl: string;
  /** When, as `Date.prototype.toISOString` has it. */
  readonly pulled: string;
  /** By slug, sorted. */
  readonly apps: Readonly<Record<string, AuthStructure>>;
  /** Slugs of custom apps, sorted: those that the service knows, but tells no fields of. */
  readonly customApps: readonly string[];
}

/** The schemas of a file that a command works with. */
export interface LoadedSchemas extends Schemas {
  readonly path: string;
}

/** What the two options give: a path, `false` for none, or nothing said. */
export type SchemasOption = string | false | undefined;

/** Adds `--schemas FILE` and `--no-schemas`; {@link loadSchemas} takes what they give. */
export function withSchemas(command: Command): Command {
  return command
    .option('--schemas <file>', `pulled schemas to go by (default: ${SCHEMAS_FILE}, if it is there)`)
    .option('--no-schemas', 'go by the catalogue alone');
}

/**
 * Reads the schemas and registers them.
 *
 * @returns `undefined` where there are none to go by.
 * @throws UsageError where the file cannot be read, or is none that `pull` wrote.
 */
export function loadSchemas(option: SchemasOption): LoadedSchemas | undefined {
  const schemas = readSchemas(option);
  for (const [slug, structure] of Object.entries(schemas?.apps ?? {})) {
    try {
      registerApp(slug, structure);
    } catch (error) {
      throw new UsageError(`${schemas?.path}: ${redactName(slug)}: ${(error as Error).message}`);
    }
  }
  return schemas;
}

/** The same, without registering anything. */
export function readSchemas(option: SchemasOption): LoadedSchemas | undefined {
  if (option === false || (option === undefined && !existsSync(SCHEMAS_FILE))) return undefined;
  const path = option ?? SCHEMAS_FILE;
  return { path, ...parsed(path) };
}

/**
 * Writes the file, slugs sorted. It is there whole or not at all.
 *
 * @throws UsageError where the file cannot be written.
 */
export function writeSchemas(path: string, { baseUrl, pulled, apps, customApps }: Schemas): void {
  const sorted = Object.fromEntries(Object.entries(apps).sort(([a], [b]) => (a < b ? -1 : 1)));
  const file: Schemas = { baseUrl, pulled, apps: sorted, customApps: [...customApps].sort() };
  const text = `${JSON.stringify(file, undefined, 2)}\n`;
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(unfinished, 'wx');
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new UsageError(`${path} cannot be written: ${(error as NodeJS.ErrnoException).code}`);
  }
}

function parsed(path: string): Schemas {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`${path} ${code === undefined ? 'is no JSON' : `cannot be read: ${code}`}`);
  }
  if (!isSchemas(value)) throw new UsageError(`${path} is no file that \`auth-object pull\` wrote`);
  return value;
}

function isSchemas(value: unknown): value is Schemas {
  if (!isObject(value)) return false;
  const { baseUrl, pulled, apps, customApps } = value;
  if (typeof baseUrl !== 'string' || typeof pulled !== 'string') return false;
  if (!Array.isArray(customApps) || customApps.some((slug) => typeof slug !== 'string')) return false;
  return isObject(apps) && every(apps, isStructure);
}

function isStructure(value: unknown): boolean {
  return isObject(value) && every(value, (authType) => isObject(authType) && every(authType, isField));
}

function isField(value: unknown): boolean {
  return typeof value === 'string' || (isObject(value) && typeof value.type === 'string');
}

function every(object: Record<string, unknown>, holds: (value: unknown) => boolean): boolean {
  return Object.values(object).every(holds);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
