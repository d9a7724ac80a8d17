/** `auth-object apps`: lists and searches the apps. */
import type { AppSummary } from 'auth-object';
import { apps } from 'auth-object';
import { Command } from 'commander';
import { colorsFor } from '../command/colors.ts';
import { printable, printableLines } from '../command/printable.ts';
import { redactName } from '../command/redact.ts';
import { withExamples } from '../command/with-examples.ts';
import { loadSchemas, type SchemasOptions, withSchemas } from '../live/schemas-file.ts';
import { suggestion } from './find-app.ts';

interface Options extends SchemasOptions {
  readonly json?: true;
}

/** No app matches. */
const NOT_FOUND = 1;

/** Creates the command. */
export function appsCommand(): Command {
  const command = new Command('apps')
    .summary('list or search the apps')
    .description(
      'List all apps, or the ones that have every given word in their slug, name, brand, alias or category. In a pipe, ' +
        'one app per line, separated by tabs: slug, brand, category, auth types, basis of the field names. Exit code 1 if ' +
        'no app matches.',
    )
    .argument('[query...]', 'words to search for, in any case')
    .option('--json', 'print a JSON array, as apps() returns it')
    .action(listApps);
  withSchemas(command);
  return withExamples(command, ['auth-object apps', 'auth-object apps crm', 'auth-object apps --json google drive']);
}

function listApps(query: readonly string[], { json, ...options }: Options): void {
  loadSchemas(options);
  const found = apps().filter((app) => query.every((word) => has(app, word.toLowerCase())));
  if (json) {
    process.stdout.write(printableLines(`${JSON.stringify(found, undefined, 2)}\n`));
  } else if (process.stdout.isTTY) {
    process.stdout.write(table(found));
  } else {
    process.stdout.write(found.map((app) => `${columns(app).join('\t')}\n`).join(''));
  }
  if (found.length > 0) return;
  const words = query.join(' ');
  const meant = suggestion(words);
  const help = meant === undefined ? '' : ` Did you mean ${printable(meant)}?`;
  process.stderr.write(`No app matches "${redactName(words)}".${help}\n`);
  process.exitCode = NOT_FOUND;
}

function has({ slug, name, brand, category, aliases = [] }: AppSummary, word: string): boolean {
  return [slug, name, brand, category, ...aliases].some((text) => text.toLowerCase().includes(word));
}

function columns({ slug, brand, category, authTypes, basis }: AppSummary): string[] {
  return [slug, brand, category, authTypes.join(','), basis ?? ''].map(printable);
}

function table(found: readonly AppSummary[]): string {
  const head = ['SLUG', 'NAME', 'CATEGORY', 'AUTH TYPES', 'BASIS'];
  const rows = found.map(columns);
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const { bold, dim } = colorsFor(process.stdout);
  return `${[bold(line(head)), ...rows.map(line), dim(rows.length === 1 ? '1 app' : `${rows.length} apps`)].join('\n')}\n`;
}
