/** A refused row as JSON, the same in the reports `json` and `ndjson`. */
import type { Refusal } from '../refusal.js';

/** One object, in one line. What is not known is left out. */
export function refusalJson(refusal: Refusal): string {
  const { file, line, slug, linkedAccountId, code, message, path } = refusal;
  const { help, suggestion, certainty, others } = refusal.detail();
  return JSON.stringify({
    ...{ file, line, ok: false, slug, linked_account_id: linkedAccountId, code, message, path, help, suggestion },
    ...{ certainty, others: others.length === 0 ? undefined : others },
  });
}
