/** `auth-object check`: what the endpoint would answer to every row of a file. */

import type { RowFormat } from 'auth-object/rows';
import { Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../command/usage-error.ts';
import { withExamples } from '../command/with-examples.ts';
import { loadSchemas, type SchemasOption, withSchemas } from '../live/schemas-file.ts';
import { readAccounts } from './accounts.ts';
import { runCheck } from './run-check.ts';
import { FORMATS, REPORTS, type ReportName, type Settings } from './settings.ts';
import { STDIN } from './source.ts';

const DESCRIPTION = [
  'What the endpoint would answer to every row of a file, without sending anything.',
  'A row is a JSON object { "slug", "linked_account_id"?, "auth_object" }: one per line (NDJSON), in an array, or one ' +
    'after another over several lines. In CSV, a header names the columns slug, linked_account_id, auth_type and the ' +
    'fields, or auth_object with JSON; an empty cell is an absent field, and a row with an auth_type is sent as ' +
    '{ AUTH_TYPE: { … } }. Files may be compressed with gzip. No report contains a value of an auth_object.',
  'A hint is a warning about an accepted row, such as a placeholder instead of a key. Each report counts them.',
  'Exit code: 0 all rows accepted, 1 a row rejected, 2 misuse or an input that cannot be read (the others are still ' +
    'checked), 130 interrupted (the report has what was found until then).',
].join('\n\n');

const REPAIR = `
What --repair changes, and nothing else:
  - white space and quotes around a value, "Bearer " and the like, and invisible
    characters are removed; passwords and the lines of a key stay as they are
  - a URL becomes the subdomain that the field takes, or a host a URL; a domain
    suffix that is there twice is kept once
  - an auth_object that is a JSON string becomes the object, and a request that
    is nested in one comes out of it
  - a key that differs from a field's name only in case and punctuation, or whose
    value has that field's format, is renamed; in CSV only if there is a column
    for it
The counts and the exit code are those after the repair.`;

interface Options {
  readonly format?: RowFormat;
  readonly encoding?: string;
  readonly report: ReportName;
  readonly output?: string;
  readonly all?: true;
  readonly maxFailures?: number;
  readonly trust: 'all' | 'documented';
  readonly shape?: 'typed' | 'flat';
  readonly linkedAccounts?: string;
  readonly customApp?: string[];
  readonly schemas?: SchemasOption;
  readonly outOk?: string;
  readonly outBad?: string;
  readonly repair?: true;
  readonly repairLog?: string;
  readonly hints: boolean;
  readonly quiet?: true;
}

/** Creates the command. */
export function checkCommand(): Command {
  const command = new Command('check')
    .summary('check the rows of files')
    .description(DESCRIPTION)
    .argument('[file...]', `files to check; ${STDIN} or piped input reads standard input`)
    .addOption(new Option('--format <format>', 'of the input; else found from its content').choices(FORMATS))
    .option('--encoding <label>', 'of the input, such as windows-1252; else UTF-8, or UTF-16 if it starts so', encoding)
    .addOption(new Option('--report <report>', 'the kind of report').choices(REPORTS).default('pretty'))
    .option('-o, --output <file>', 'write the report to a file')
    .option(
      '--all',
      'with --report ndjson: a line for each line of the input, in order, also for accepted rows; standard input is then NDJSON, unless --format says otherwise',
    )
    .option('--max-failures <number>', 'how many rejected rows the report lists; the counts are whole', count)
    .addOption(
      new Option('--trust <schemas>', '"documented": accept what only an unconfirmed schema rejects')
        .choices(['all', 'documented'])
        .default('all'),
    )
    .addOption(new Option('--shape <shape>', 'that the auth_objects must have; else any').choices(['typed', 'flat']))
    .option('--linked-accounts <file>', 'the known linked accounts, one per line; any other is rejected')
    .option('--custom-app <slug>', 'a custom app, which the endpoint rejects; may be repeated', collect)
    .option('--out-ok <file>', 'write the accepted rows to a file, as they are in the input')
    .option('--out-bad <file>', 'write the rejected rows to a file, as they are in the input')
    .option('--repair', 'make safe changes (see below) before checking; needs --out-ok')
    .option('--repair-log <file>', 'write each change as NDJSON: line, kind and place, no value')
    .option('--no-hints', 'do not look for hints in accepted rows, which is faster')
    .option('-q, --quiet', 'no progress bar and no notes')
    .action(check);
  withSchemas(command).addHelpText('after', REPAIR);
  return withExamples(command, [
    'auth-object check rows.ndjson',
    'auth-object check customers.csv --out-ok ok.csv --out-bad bad.csv',
    'auth-object check rows.csv.gz --repair --out-ok ok.csv.gz --repair-log changes.ndjson',
    'auth-object check *.ndjson --report junit --output report.xml',
    'cat rows.ndjson | auth-object check - --report ndjson --all',
  ]);
}

async function check(files: string[], options: Options, command: Command): Promise<void> {
  if (files.length === 0 && process.stdin.isTTY) command.help({ error: true });
  const settings = settingsOf(files.length === 0 ? [STDIN] : files, options);
  process.exitCode = await runCheck(settings);
}

/** @throws UsageError for options that exclude each other, and for files that cannot be read. */
function settingsOf(files: readonly string[], options: Options): Settings {
  const { report, all = false, repair = false, maxFailures, outOk, repairLog } = options;
  if (all && report !== 'ndjson') throw new UsageError('--all needs --report ndjson.');
  if (all && maxFailures !== undefined) throw new UsageError('--all lists every row; leave --max-failures out.');
  if (repair && outOk === undefined) throw new UsageError('--repair needs --out-ok FILE, where the repaired rows go.');
  if (repairLog !== undefined && !repair) throw new UsageError('--repair-log needs --repair.');
  const schemas = loadSchemas(options.schemas);
  const { shape, trust, linkedAccounts } = options;
  const customApps = [...(options.customApp ?? []), ...(schemas?.customApps ?? [])];
  return {
    ...{ files, report, all, maxFailures, outOk, repairLog, format: options.format, encoding: options.encoding },
    ...{ output: options.output, outBad: options.outBad, quiet: options.quiet === true },
    options: {
      ...{ trust, customApps, repair, hints: options.hints },
      ...(shape === undefined ? {} : { shape }),
      ...(linkedAccounts === undefined ? {} : { linkedAccounts: readAccounts(linkedAccounts) }),
    },
  };
}

function count(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new InvalidArgumentError('It must be a whole number.');
}

function encoding(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new InvalidArgumentError('It must be an encoding such as utf-8, utf-16le or windows-1252.');
  }
}

function collect(slug: string, slugs: string[] = []): string[] {
  return [...slugs, slug];
}
