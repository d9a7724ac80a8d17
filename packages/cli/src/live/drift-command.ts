/** `auth-object drift`: whether the service still has the fields that are gone by. */

import type { AuthStructure } from 'auth-object';
import { authStructure } from 'auth-object';
import { Command } from 'commander';
import { BASE_URL } from '../command/base-url.ts';
import { colorsFor } from '../command/colors.ts';
import { redactName } from '../command/redact.ts';
import { withExamples } from '../command/with-examples.ts';
import { type Difference, differences } from './differences.ts';
import { fetchAll } from './fetch-all.ts';
import type { Live } from './fetch-structure.ts';
import { askedSlugs, type LiveOptions, withLiveOptions } from './live-options.ts';
import { type LoadedSchemas, readSchemas, type SchemasOption, withSchemas } from './schemas-file.ts';

interface Options extends LiveOptions {
  readonly json?: true;
  readonly schemas: SchemasOption;
}

/** An app that the service knows otherwise. */
interface Drift {
  readonly slug: string;
  /** `changed` has `changes`; `new`: unknown here; `unknown`: unknown there; `custom`: a custom app on one side alone. */
  readonly kind: 'changed' | 'new' | 'unknown' | 'custom' | 'unusable';
  readonly changes?: readonly Difference[];
}

/** Something differs. */
const DIFFERENT = 1;

/** @returns The command `drift`. */
export function driftCommand(): Command {
  const command = new Command('drift')
    .summary("compare the service's auth structures with those gone by")
    .description(
      "Compare the service's own auth structures, field by field, with the pulled file, or with the catalogue for an " +
        'app that is not in it. Writes nothing. Without slugs: every app of the pulled file. Exit code 1 where they ' +
        'differ, 2 where the service does not answer.',
    )
    .action(drift);
  withSchemas(withLiveOptions(command, `where the file was pulled from, else ${BASE_URL}`)).option(
    '--json',
    'a JSON object',
  );
  return withExamples(command, [
    'auth-object drift',
    'auth-object drift netsuite hubspot --no-schemas',
    'auth-object drift --all --json',
  ]);
}

async function drift(slugs: readonly string[], { all, timeout, json, schemas, ...options }: Options): Promise<void> {
  const file = readSchemas(schemas);
  const baseUrl = options.baseUrl ?? file?.baseUrl ?? BASE_URL;
  const asked = askedSlugs(slugs, all === true, [...Object.keys(file?.apps ?? {}), ...(file?.customApps ?? [])]);
  // Before anything is fetched: an answer that is read is registered, and would be compared with itself.
  const known = new Map(asked.map((slug) => [slug, knownOf(slug, file)]));
  const live = await fetchAll({ baseUrl, slugs: asked, timeoutMs: timeout * 1000 });
  const found = asked.flatMap((slug) => compare(slug, known.get(slug), live.get(slug) as Live));
  if (found.length > 0) process.exitCode = DIFFERENT;
  process.stdout.write(json ? asJson(baseUrl, file, asked, found) : asText(asked, found));
}

/** What is gone by here: fields, or that the app is a custom one. */
function knownOf(slug: string, file: LoadedSchemas | undefined): AuthStructure | 'custom' | undefined {
  if (file?.customApps.includes(slug)) return 'custom';
  return file !== undefined && Object.hasOwn(file.apps, slug) ? file.apps[slug] : authStructure(slug);
}

function compare(slug: string, known: AuthStructure | 'custom' | undefined, live: Live): Drift[] {
  const name = redactName(slug);
  if (live.kind === 'unknown' || live.kind === 'unusable') return [{ slug: name, kind: live.kind }];
  if (known === undefined) return [{ slug: name, kind: 'new' }];
  if (known === 'custom' || live.kind === 'custom') return known === live.kind ? [] : [{ slug: name, kind: 'custom' }];
  const changes = differences(known, live.structure);
  return changes.length === 0 ? [] : [{ slug: name, kind: 'changed', changes }];
}

function asJson(baseUrl: string, file: LoadedSchemas | undefined, asked: readonly string[], found: readonly Drift[]) {
  const against = file === undefined ? 'catalogue' : { file: file.path, baseUrl: file.baseUrl, pulled: file.pulled };
  return `${JSON.stringify({ baseUrl, against, compared: asked.length, different: found }, undefined, 2)}\n`;
}

function asText(asked: readonly string[], found: readonly Drift[]): string {
  const { bold, dim } = colorsFor(process.stdout);
  const lines = found.flatMap(({ slug, kind, changes = [] }) => [
    `${bold(slug)}${kind === 'changed' ? '' : `: ${KINDS[kind]}`}`,
    ...changes.map(changeLine),
  ]);
  return `${[...lines, dim(`${asked.length} compared, ${found.length} different`)].join('\n')}\n`;
}

const KINDS: Record<Exclude<Drift['kind'], 'changed'>, string> = {
  new: 'not known here',
  unknown: 'the service has no such app',
  custom: 'a custom app at the service or here, but not both',
  unusable: 'the service answers what is no auth structure',
};

function changeLine({ authType, field, change, known, live }: Difference): string {
  const { green, red, yellow } = colorsFor(process.stdout);
  const place = field === undefined ? `${authType} (auth type)` : `${authType}.${field}`;
  switch (change) {
    case 'added':
      return green(`  + ${place}${live === undefined ? '' : `: ${live}`}`);
    case 'removed':
      return red(`  - ${place}`);
    case 'type':
    case 'required':
      return yellow(`  ~ ${place}: ${known} → ${live}`);
  }
}
