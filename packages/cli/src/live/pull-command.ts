/** `auth-object pull`: writes the service's own auth structures to a file. */
import type { AuthStructure } from 'auth-object';
import { Command } from 'commander';
import { APP_LIMITS, type LimitOption, withLimit } from '../command/limit-option.ts';
import { printable } from '../command/printable.ts';
import { redactName } from '../command/redact.ts';
import { withExamples } from '../command/with-examples.ts';
import { fetchAll } from './fetch-all.ts';
import type { Live } from './fetch-structure.ts';
import { type LiveOptions, requestedSlugs, timeouts, withLiveOptions } from './live-options.ts';
import { SCHEMAS_FILE, writeSchemas } from './schemas-file.ts';
import { SERVICE } from './service.ts';

interface Options extends LiveOptions, LimitOption {
  readonly out: string;
}

/** Some apps are not in the file. */
const INCOMPLETE = 1;

/** Creates the command. */
export function pullCommand(): Command {
  const command = new Command('pull')
    .summary("fetch the service's own schemas into a file")
    .description(
      `Fetch the service's own auth structures and write them to ${SCHEMAS_FILE}, which the other commands use instead of ` +
        'the catalogue. In code, pass its "apps" to registerApps and its "customApps" to a context. The route is public: ' +
        'no key is sent. Exit code 1 if the service does not have an app, or its answer is not an auth structure; the ' +
        'other apps are written. Exit code 2 if the service does not answer all of it in time; nothing is written.',
    )
    .action(pull);
  withLimit(withLiveOptions(command), APP_LIMITS).option('-o, --out <file>', 'the file to write', SCHEMAS_FILE);
  return withExamples(command, [
    'auth-object pull netsuite hubspot',
    'auth-object pull --all',
    'auth-object pull slack --base-url http://127.0.0.1:4010 --out slack.schemas.json',
  ]);
}

async function pull(slugs: readonly string[], { all, baseUrl = SERVICE, out, ...options }: Options): Promise<void> {
  const requested = requestedSlugs(slugs, all === true);
  const found = await fetchAll({ baseUrl, slugs: requested, limits: options.limit, ...timeouts(options) });
  const apps = new Map<string, AuthStructure>();
  const customApps: string[] = [];
  for (const [slug, live] of found) {
    if (live.kind === 'structure') apps.set(slug, live.structure);
    if (live.kind === 'custom') customApps.push(slug);
    const note = noteOf(live);
    if (note !== undefined) process.stderr.write(`${redactName(slug)}: ${note}\n`);
  }
  const count = apps.size + customApps.length;
  if (count < requested.length) process.exitCode = INCOMPLETE;
  if (count === 0) {
    process.stderr.write('Nothing was written.\n');
    return;
  }
  writeSchemas(out, { baseUrl, pulled: new Date().toISOString(), apps: Object.fromEntries(apps), customApps });
  process.stderr.write(`${printable(out)}: ${count} of ${requested.length} apps\n`);
}

function noteOf(live: Live): string | undefined {
  if (live.kind === 'unknown') return 'the service does not have this app';
  if (live.kind === 'unusable') return printable(live.reason);
  return live.kind === 'custom' ? 'a custom app, which the endpoint rejects' : undefined;
}
