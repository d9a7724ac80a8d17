/** `auth-object check`: checks the rows of files. */
import type { RowFormat } from 'auth-object/rows';
import { Command, Option } from 'commander';
import { ALL_LIMITS } from '../command/limit-option.ts';
import { collect, encoding, wholeNumber } from '../command/option-values.ts';
import { UsageError } from '../command/usage-error.ts';
import { withExamples } from '../command/with-examples.ts';
import { loadSchemas, type SchemasOptions, withSchemas } from '../live/schemas-file.ts';
import { readAccounts } from './accounts.ts';
import { mappingOf } from './mapping-options.ts';
import { runCheck } from './run-check.ts';
import { FORMATS, REPORTS, type ReportName, type Settings } from './settings.ts';
import { showColumns } from './show-columns.ts';
import { STDIN } from './source.ts';

const DESCRIPTION = [
  'Check what the endpoint would answer to every row of a file. Nothing is sent.',
  'A row is a JSON object { "slug", "linked_account_id"?, "auth_object" }: one per line (NDJSON), in an array, or one ' +
    'after another over several lines. In CSV, a header names the columns slug, linked_account_id, auth_type and the ' +
    'fields, or auth_object with JSON. An empty cell is a missing field. A row with an auth_type is sent as ' +
    '{ AUTH_TYPE: { … } }. Files may be compressed with gzip. Reports never contain a credential value.',
  'A likely rejection depends on an unconfirmed schema, or on an app that is not in the catalogue. It is listed ' +
    'separately, its row goes to --out-ok, and it does not change the exit code, unless you use --strict. ' +
    '"auth-object pull" gets the real schemas, which make it certain.',
  'A hint is a warning about an accepted row, such as a placeholder instead of a key. "auth-object explain CODE" ' +
    'explains a rule or hint.',
].join('\n\n');

const OUT_BAD = `
What --out-bad adds:
  - CSV gets the columns auth_object_line, auth_object_code and auth_object_help.
    Leave them in: check ignores them when you check the corrected file.
  - NDJSON and JSON get a second file, FILE.reasons.ndjson, with a line for each
    row of FILE: file, line, code, path, certainty, help.`;

const EXIT_CODES = `
Exit codes:
  0    every row is accepted, or only likely rejected
  1    a row is rejected; with --strict, also a likely rejected one; with
       --fail-on-hints, also an accepted one that has a hint
  2    misuse; a file cannot be read or written; a file has no rows (unless you
       use --allow-empty). The other files are still checked
  130  interrupted; the report has the rows up to then. 143 after SIGTERM
  141  the reader of the output has closed it`;

const REPAIR = `
What --repair changes, and nothing else:
  - what is around a value is removed: white space, quotes, invisible characters,
    a prefix such as "Bearer ", a name such as "API_KEY=", a comma at the end, the
    mark of a spreadsheet; passwords are kept
  - a private key gets its line breaks back, and never loses one
  - a percent-encoded or escaped value is decoded, and typographic characters are
    replaced, if the result has the format of the field
  - a URL becomes the subdomain or host that the field needs, or a host becomes a
    URL; an account ID gets the form that the app needs
  - an auth_object that is a JSON string is parsed; a request or the answer of a
    secret store inside an auth_object is unwrapped; what is not a field in the
    answer of a token endpoint is removed
  - a key that differs from a field's name only in case and punctuation, or whose
    value has the format of that field only, is renamed; in CSV only if the file
    has a column for it
Counts and exit code are those after the repair.`;

interface Options extends SchemasOptions {
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
  readonly strict?: true;
  readonly failOnHints?: true;
  readonly allowEmpty?: true;
  readonly outOk?: string;
  readonly outBad?: string;
  readonly repair?: true;
  readonly repairLog?: string;
  readonly map?: string[];
  readonly set?: string[];
  readonly columns?: true;
  readonly hints: boolean;
  readonly quiet?: true;
}

/** Creates the command. */
export function checkCommand(): Command {
  const command = new Command('check')
    .summary('check the rows of files')
    .description(DESCRIPTION)
    .argument('[file...]', `files to check; ${STDIN} or piped input reads standard input`)
    .addOption(new Option('--format <format>', 'the format of the input (default: detected)').choices(FORMATS))
    .option(
      '--encoding <label>',
      'the encoding of the input, such as windows-1252 (default: UTF-8, or UTF-16 if detected)',
      encoding,
    )
    .addOption(new Option('--report <report>', 'the kind of report').choices(REPORTS).default('pretty'))
    .option('-o, --output <file>', 'write the report to a file')
    .option(
      '--all',
      'with --report ndjson: print a line for each line of the input, in order, also for accepted rows; standard input is then NDJSON unless you set --format',
    )
    .option('--max-failures <number>', 'list at most this many rejected rows; the counts include all', wholeNumber(0))
    .addOption(
      new Option('--trust <schemas>', '"documented": accept what only an unconfirmed schema rejects')
        .choices(['all', 'documented'])
        .default('all'),
    )
    .addOption(
      new Option('--shape <shape>', 'accept auth_objects of this shape only (default: both)').choices([
        'typed',
        'flat',
      ]),
    )
    .option('--linked-accounts <file>', 'the existing linked accounts, one per line; rows of others are rejected')
    .option('--custom-app <slug>', 'the slug of a custom app, which the endpoint rejects; may be repeated', collect)
    .option('--strict', 'treat likely rejections like certain ones')
    .option('--fail-on-hints', 'exit with 1 if an accepted row has a hint')
    .option('--allow-empty', 'accept a file without rows')
    .option(
      '--out-ok <file>',
      'write the accepted rows to a file, unchanged, and likely rejected ones; rows of JSON as --map and --set read them',
    )
    .option('--out-bad <file>', 'write the rejected rows to a file, each with its reason (see below)')
    .option('--repair', 'make safe changes (see below) before checking; needs --out-ok')
    .option('--repair-log <file>', 'write the line, kind and place of each change as NDJSON')
    .option(
      '--map <name=target>',
      'read a CSV column, or a key of JSON such as app.name, as slug, linked_account_id, auth_type, auth_object, a ' +
        'field, a field of an auth type such as oauth2.access_token, or ignore; may be repeated',
      collect,
    )
    .option('--set <target=value>', 'use a value for rows without one; may be repeated', collect)
    .option('--columns', 'print what the columns or mapped keys are read as, and check nothing')
    .option('--no-hints', 'do not check accepted rows for hints; faster')
    .option('-q, --quiet', 'print no progress bar and no notes')
    .action(check);
  withSchemas(command, ALL_LIMITS).addHelpText('after', `${REPAIR}\n${OUT_BAD}\n${EXIT_CODES}`);
  return withExamples(command, [
    'auth-object check rows.ndjson',
    'auth-object check customers.csv --out-ok ok.csv --out-bad bad.csv',
    'auth-object check rows.csv.gz --repair --out-ok ok.csv.gz --repair-log changes.log',
    'auth-object check *.ndjson --report junit --output report.xml',
    'auth-object check tokens.csv --map provider=slug --map token=oauth2.access_token --columns',
    'auth-object check hubspot.csv --set slug=hubspot --map "Customer ID"=linked_account_id',
    'auth-object check rows.ndjson --strict --fail-on-hints',
    'cat rows.ndjson | auth-object check - --report ndjson --all',
  ]);
}

async function check(files: string[], options: Options, command: Command): Promise<void> {
  if (files.length === 0 && process.stdin.isTTY) command.help({ error: true });
  const settings = settingsOf(files.length === 0 ? [STDIN] : files, options);
  process.exitCode = options.columns ? await showColumns(settings) : await runCheck(settings);
}

/** @throws UsageError if options exclude each other, or a file cannot be read. */
function settingsOf(files: readonly string[], options: Options): Settings {
  const { report, all = false, repair = false, maxFailures, outOk, repairLog } = options;
  if (all && report !== 'ndjson') throw new UsageError('--all needs --report ndjson.');
  if (all && maxFailures !== undefined)
    throw new UsageError('--all lists every row, so it cannot be used with --max-failures.');
  if (repair && outOk === undefined) throw new UsageError('--repair needs --out-ok FILE for the repaired rows.');
  if (options.failOnHints && !options.hints) throw new UsageError('--fail-on-hints cannot be used with --no-hints.');
  if (repairLog !== undefined && !repair) throw new UsageError('--repair-log needs --repair.');
  const written = [options.output, outOk, options.outBad, repairLog];
  if (options.columns && written.some((file) => file !== undefined))
    throw new UsageError(
      '--columns checks nothing, so it cannot be used with --output, --out-ok, --out-bad or --repair-log.',
    );
  const { limit: limits } = options;
  const schemas = loadSchemas(options);
  const { shape, trust, linkedAccounts } = options;
  const customApps = [...(options.customApp ?? []), ...(schemas?.customApps ?? [])];
  return {
    ...{ files, report, all, maxFailures, outOk, repairLog, format: options.format, encoding: options.encoding },
    ...{ output: options.output, outBad: options.outBad, quiet: options.quiet === true },
    ...{ strict: options.strict === true, failOnHints: options.failOnHints === true },
    allowEmpty: options.allowEmpty === true,
    options: {
      ...{ trust, customApps, repair, limits, hints: options.hints },
      ...mappingOf(options.map, options.set),
      ...(shape === undefined ? {} : { shape }),
      ...(linkedAccounts === undefined ? {} : { linkedAccounts: readAccounts(linkedAccounts) }),
    },
  };
}
