/** Rows as JSON. */
import type { Hint } from 'auth-object';
import { hintHelp } from '../command-help.ts';
import type { Cause, Rejection } from '../rejection.ts';
import type { AcceptedLine } from './report.ts';

/** The text that rows with the same cause share. */
const texts = new WeakMap<Cause, { readonly app: string; readonly rest: string }>();

/** A rejected row in one line, for the reports `json` and `ndjson`. Unknown members are left out. */
export function rejectionJson({ file, line, linkedAccountId, cause, hints }: Rejection): string {
  let text = texts.get(cause);
  if (text === undefined) {
    const app = cause.slug === undefined ? '' : `"slug":${JSON.stringify(cause.slug)},`;
    text = { app, rest: causeJson(cause) };
    texts.set(cause, text);
  }
  const account = linkedAccountId === undefined ? '' : `"linked_account_id":${JSON.stringify(linkedAccountId)},`;
  const more = hints.length === 0 ? '}' : `,"hints":${JSON.stringify(hintsJson(hints))}}`;
  return `{"file":${JSON.stringify(file)},"line":${line},"ok":false,${text.app}${account}${text.rest}${more}`;
}

/** From the code on, without the closing brace. */
function causeJson({ code, message, path, help, suggestion, certainty, others }: Cause): string {
  const more = others.length === 0 ? undefined : others;
  return JSON.stringify({ code, message, path, help, suggestion, certainty, others: more }).slice(1, -1);
}

/** An accepted row in one line, or a blank line of the input. */
export function acceptedJson({ file, line, isBlank, hints }: AcceptedLine): string {
  if (isBlank) return JSON.stringify({ file, line, blank: true });
  return JSON.stringify({ file, line, ok: true, ...(hints.length === 0 ? {} : { hints: hintsJson(hints) }) });
}

function hintsJson(hints: readonly Hint[]) {
  return hints.map((hint) => {
    const { code, variant, path } = hint;
    return { code, variant, path, help: hintHelp(hint), repairable: isRepairable(hint) };
  });
}

/** Whether `--repair` makes the change that a hint offers, if the endpoint accepts the row then. */
function isRepairable({ fix }: Hint): boolean {
  return fix !== undefined && fix.length > 0;
}
