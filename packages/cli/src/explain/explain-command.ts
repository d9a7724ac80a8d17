/** `auth-object explain`: explains the code of a rule or hint. */
import { type CodeDescription, codeDescriptions, describeCode } from '@auth-object/reference';
import { Command } from 'commander';
import { closest, distance } from 'fastest-levenshtein';
import { colorsFor } from '../command/colors.ts';
import { redactName } from '../command/redact.ts';
import { UsageError } from '../command/usage-error.ts';
import { withExamples } from '../command/with-examples.ts';
import { codeList, codePage } from './code-page.ts';

/** Creates the command. */
export function explainCommand(): Command {
  const command = new Command('explain')
    .summary('explain a rule or hint')
    .description(
      'Explain the code of a rule or hint: what it means, why it exists, what to do, and its source. Without a code, list ' +
        'all codes.',
    )
    .argument('[code]', 'a code of a report, such as near_miss_key')
    .option('--json', 'print JSON')
    .action(explain);
  return withExamples(command, [
    'auth-object explain',
    'auth-object explain invalid_value',
    'auth-object explain near_miss_key --json',
  ]);
}

function explain(code: string | undefined, { json }: { readonly json?: true }): void {
  const value = code === undefined ? codeDescriptions : find(code);
  process.stdout.write(`${json ? JSON.stringify(value, undefined, 2) : text(value)}\n`);
}

function text(value: readonly CodeDescription[] | CodeDescription): string {
  const colors = colorsFor(process.stdout);
  return 'code' in value ? codePage(value, colors) : codeList(value, colors);
}

function find(code: string): CodeDescription {
  const typed = code.trim().toLowerCase().replaceAll('-', '_');
  const found = describeCode(typed);
  if (found !== undefined) return found;
  const codes = codeDescriptions.map((description) => description.code);
  const suggestion = closest(typed, codes);
  // Two thirds of the characters stay.
  const isClose = distance(typed, suggestion) * 3 <= suggestion.length;
  const help = isClose ? `Did you mean ${suggestion}?` : 'Run "auth-object explain" to list all codes.';
  throw new UsageError(`Unknown code "${redactName(code)}". ${help}`);
}
