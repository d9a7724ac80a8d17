/** Rows as JSON. */
import { isRepairable } from '../hint-kinds.js';
import type { Refusal } from '../refusal.js';
import type { AcceptedRow } from './report.js';

/** A refused row in one line, the same in the reports `json` and `ndjson`. What is not known is left out. */
export function refusalJson(refusal: Refusal): string {
  const { file, line, slug, linkedAccountId, code, message, path } = refusal;
  const { help, suggestion, certainty, others } = refusal.detail();
  return JSON.stringify({
    ...{ file, line, ok: false, slug, linked_account_id: linkedAccountId, code, message, path, help, suggestion },
    ...{ certainty, others: others.length === 0 ? undefined : others },
  });
}

/** An accepted row in one line, or a blank line of the input. */
export function acceptedJson({ file, line, isBlank, hints }: AcceptedRow): string {
  if (isBlank) return JSON.stringify({ file, line, blank: true });
  const list = hints.map((hint) => ({
    ...{ code: hint.code, path: hint.path, help: hint.help, repairable: isRepairable(hint) },
  }));
  return JSON.stringify({ file, line, ok: true, ...(list.length === 0 ? {} : { hints: list }) });
}
