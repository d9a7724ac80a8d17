/** `auth-object drift`: compares local schemas with the live service. */
import type { AuthStructure } from 'auth-object';
import { authStructure } from 'auth-object';
import { Command } from 'commander';
import { colorsFor } from '../command/colors.ts';
import { printable, printableLines } from '../command/printable.ts';
import { redactName } from '../command/redact.ts';
import { withExamples } from '../command/with-examples.ts';
import { type Difference, differences } from './differences.ts';
import { fetchAll } from './fetch-all.ts';
import type { Live } from './fetch-structure.ts';
import { type LiveOptions, requestedSlugs, timeouts, withLiveOptions } from './live-options.ts';
import { type LoadedSchemas, readSchemas, type SchemasOptions, withSchemas } from './schemas-file.ts';
import { SERVICE } from './service.ts';

interface Options extends LiveOptions, SchemasOptions {
  readonly json?: true;
}

/** An app whose schema differs. */
interface Drift {
  readonly slug: string;
  /** `changed` has `changes`; `new`: only the service has it; `unknown`: only we have it; `custom`: custom on one side only. */
  readonly kind: 'changed' | 'new' | 'unknown' | 'custom' | 'unusable';
  readonly changes?: readonly Difference[];
}

/** Some schemas differ. */
const DIFFERENT = 1;

/** Creates the command. */
export function driftCommand(): Command {
  const command = new Command('drift')
    .summary('compare local schemas with the live service')
    .description(
      "Compare the service's own auth structures, field by field, with the file that pull wrote, or with the catalogue " +
        'if an app is not in the file. Writes nothing. Without slugs, compares every app of the file. Exit code 1 if ' +
        'something differs, 2 if the service does not answer.',
    )
    .action(drift);
  withSchemas(withLiveOptions(command, `where the file was pulled from, or ${SERVICE}`)).option('--json', 'print JSON');
  return withExamples(command, [
    'auth-object drift',
    'auth-object drift netsuite hubspot --no-schemas',
    'auth-object drift --all --json',
  ]);
}

async function drift(slugs: readonly string[], { all, json, ...options }: Options): Promise<void> {
  const file = readSchemas(options);
  const baseUrl = options.baseUrl ?? file?.baseUrl ?? SERVICE;
  const requested = requestedSlugs(slugs, all === true, [
    ...Object.keys(file?.apps ?? {}),
    ...(file?.customApps ?? []),
  ]);
  // Before anything is fetched: an answer is registered, and would be compared with itself.
  const known = new Map(requested.map((slug) => [slug, knownOf(slug, file)]));
  const live = await fetchAll({ baseUrl, slugs: requested, limits: options.limit, ...timeouts(options) });
  const found = requested.flatMap((slug) => compare(slug, known.get(slug), live.get(slug) as Live));
  if (found.length > 0) process.exitCode = DIFFERENT;
  process.stdout.write(json ? asJson(baseUrl, file, requested, found) : asText(requested, found));
}

/** What the file or the catalogue has of an app: its fields, or that it is a custom app. */
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

function asJson(
  baseUrl: string,
  file: LoadedSchemas | undefined,
  requested: readonly string[],
  found: readonly Drift[],
) {
  const against = file === undefined ? 'catalogue' : { file: file.path, baseUrl: file.baseUrl, pulled: file.pulled };
  const all = { baseUrl, against, compared: requested.length, different: found };
  return printableLines(`${JSON.stringify(all, undefined, 2)}\n`);
}

function asText(requested: readonly string[], found: readonly Drift[]): string {
  const { bold, dim } = colorsFor(process.stdout);
  const lines = found.flatMap(({ slug, kind, changes = [] }) => [
    `${bold(slug)}${kind === 'changed' ? '' : `: ${KINDS[kind]}`}`,
    ...changes.map(changeLine),
  ]);
  return `${[...lines, dim(`${requested.length} compared, ${found.length} different`)].join('\n')}\n`;
}

const KINDS: Record<Exclude<Drift['kind'], 'changed'>, string> = {
  new: 'only the service has this app',
  unknown: 'the service does not have this app',
  custom: 'a custom app either for the service or here, but not for both',
  unusable: 'the answer of the service is not an auth structure',
};

function changeLine({ authType, field, change, known, live }: Difference): string {
  const { green, red, yellow } = colorsFor(process.stdout);
  const place = printable(field === undefined ? `${authType} (auth type)` : `${authType}.${field}`);
  switch (change) {
    case 'added':
      return green(`  + ${place}${live === undefined ? '' : `: ${printable(live)}`}`);
    case 'removed':
      return red(`  - ${place}`);
    case 'type':
    case 'required':
      return yellow(`  ~ ${place}: ${printable(`${known} → ${live}`)}`);
  }
}
