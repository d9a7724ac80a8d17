/** `auth-object pull`: the service's own auth structures, kept in a file. */

import type { AuthStructure } from 'auth-object';
import { Command } from 'commander';
import { BASE_URL } from '../command/base-url.ts';
import { redactName } from '../command/redact.ts';
import { withExamples } from '../command/with-examples.ts';
import { fetchAll } from './fetch-all.ts';
import type { Live } from './fetch-structure.ts';
import { askedSlugs, type LiveOptions, withLiveOptions } from './live-options.ts';
import { SCHEMAS_FILE, writeSchemas } from './schemas-file.ts';

interface Options extends LiveOptions {
  readonly out: string;
}

/** Some are not in the file. */
const INCOMPLETE = 1;

/** @returns The command `pull`. */
export function pullCommand(): Command {
  const command = new Command('pull')
    .summary("fetch the service's own auth structures into a file")
    .description(
      `Fetch the service's own auth structures, and write them to ${SCHEMAS_FILE}, which the other commands go by. ` +
        'In code, registerApps takes its "apps", and a context its "customApps". ' +
        'The route is public: no key is sent. The file is replaced as a whole. Exit code 1 where the service has no ' +
        'such app, or answers what is no auth structure: the rest is written. Exit code 2 where it does not answer: ' +
        'nothing is written.',
    )
    .action(pull);
  withLiveOptions(command).option('-o, --out <file>', 'where to write', SCHEMAS_FILE);
  return withExamples(command, [
    'auth-object pull netsuite hubspot',
    'auth-object pull --all',
    'auth-object pull slack --base-url http://127.0.0.1:4010 --out slack.schemas.json',
  ]);
}

async function pull(slugs: readonly string[], { all, baseUrl = BASE_URL, timeout, out }: Options): Promise<void> {
  const asked = askedSlugs(slugs, all === true);
  const found = await fetchAll({ baseUrl, slugs: asked, timeoutMs: timeout * 1000 });
  const apps = new Map<string, AuthStructure>();
  const customApps: string[] = [];
  for (const [slug, live] of found) {
    if (live.kind === 'structure') apps.set(slug, live.structure);
    if (live.kind === 'custom') customApps.push(slug);
    report(redactName(slug), live);
  }
  const count = apps.size + customApps.length;
  if (count < asked.length) process.exitCode = INCOMPLETE;
  if (count === 0) {
    process.stderr.write('nothing was written\n');
    return;
  }
  writeSchemas(out, { baseUrl, pulled: new Date().toISOString(), apps: Object.fromEntries(apps), customApps });
  process.stderr.write(`${out}: ${count} of ${asked.length} apps\n`);
}

function report(name: string, live: Live): void {
  if (live.kind === 'unknown') process.stderr.write(`${name}: the service has no such app\n`);
  if (live.kind === 'unusable') process.stderr.write(`${name}: ${live.reason}\n`);
  if (live.kind === 'custom') process.stderr.write(`${name}: a custom app, which the endpoint does not take\n`);
}
