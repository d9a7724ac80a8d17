/** The library's help with the options of the command. */
import type { Hint } from 'auth-object';
import type { RowFault, RowIssue, Unreadable } from 'auth-object/rows';
import { limitOptionOf } from '../command/limit-option.ts';
import { HIDDEN } from '../command/redact.ts';

/** The option by which somebody follows the help. */
const OPTIONS: Partial<Record<(Unreadable | RowFault)['reason'], string>> = {
  no_format: '--format',
  no_slug: '--format',
  not_utf8: '--encoding',
};

/** What is wrong with a row and what to do. */
export function issueHelp(issue: RowIssue): string {
  if (issue.reason === 'unknown_app' && issue.slug === HIDDEN && issue.suggestion === undefined) {
    return 'The slug is hidden because it may be a secret in the wrong place. Put the slug of an app there.';
  }
  return withOption(issue.help, optionOf(issue));
}

/** What is wrong with a file, as a sentence that follows its name. */
export function unreadableText(unreadable: Unreadable): string {
  const { reason, help } = unreadable;
  const text = withOption(help, optionOf(reason === 'header' ? { ...unreadable.fault, help } : unreadable));
  if (reason !== 'no_slug') return text;
  return `${text} If another column is the slug, use --map NAME=slug; if all rows are of one app, --set slug=NAME.`;
}

/** What a hint says. */
export function hintHelp({ help }: Pick<Hint, 'help'>): string {
  return withOption(help);
}

function optionOf({ reason, help }: { readonly reason: string; readonly help: string }): string | undefined {
  return reason === 'too_large' ? limitOptionOf(help) : OPTIONS[reason as keyof typeof OPTIONS];
}

function withOption(help: string, option?: string): string {
  // Registering is for programs.
  const text = help.replace(' or registerApp', '');
  return option === undefined ? text : `${text} The option is ${option}.`;
}
