/** A row as a request. */
import { checkRequest } from '../../api.js';
import type { Verdict } from '../../types/verdict.js';
import type { JudgeOptions } from './settings.js';

/** A row has no headers: rules 1 and 2 must pass, and no hint may take the key for one of test or production. */
const HEADERS = { 'x-api-key': 'row', linked_account_id: 'row' };

/** What the endpoint would answer to a row, whatever its linked account. */
export function rowVerdict(body: Uint8Array | string, { shape, trust, customApps }: JudgeOptions): Verdict {
  return checkRequest({ headers: HEADERS, body }, { shape, trust, customApps });
}
