/** Rows as JSON. */
import type { Hint } from 'auth-object';
import { hintHelp } from '../command-help.ts';
import type { Cause, Rejection } from '../rejection.ts';
import type { AcceptedLine } from './report.ts';

/** The text that rows with the same cause share. */
const texts = new WeakMap<Cause, { readonly app: string; readonly rest: string }>();

/** A rejected row in one line, for the reports `json` and `ndjson`. Unknown members are left out. */
export function rejectionJson({ file, line, linkedAccountId, cause }: Rejection): string {
  let text = texts.get(cause);
  if (text === undefined) {
    const app = cause.slug === undefined ? '' : `"slug":${JSON.stringify(cause.slug)},`;
    text = { app, rest: causeJson(cause) };
    texts.set(cause, text);
  }
  const account = linkedAccountId === undefined ? '' : `"linked_account_id":${JSON.stringify(linkedAccountId)},`;
  return `{"file":${JSON.stringify(file)},"line":${line},"ok":false,${text.app}${account}${text.rest}`;
}

/** From the code on, with the closing brace. */
function causeJson({ code, message, path, help, suggestion, certainty, others }: Cause): string {
  const more = others.length === 0 ? undefined : others;
  return JSON.stringify({ code, message, path, help, suggestion, certainty, others: more }).slice(1);
}

/** An accepted row in one line, or a blank line of the input. */
export function acceptedJson({ file, line, isBlank, hints }: AcceptedLine): string {
  if (isBlank) return JSON.stringify({ file, line, blank: true });
  const list = hints.map((hint) => ({
    ...{ code: hint.code, path: hint.path, help: hintHelp(hint), repairable: isRepairable(hint) },
  }));
  return JSON.stringify({ file, line, ok: true, ...(list.length === 0 ? {} : { hints: list }) });
}

/** Whether `--repair` makes the change that a hint offers; in accepted rows it makes all of them. */
function isRepairable({ fix }: Hint): boolean {
  return fix !== undefined && fix.length > 0;
}
