/**
 * Refusals whose body has a `request_id`: of one decision each call gets a verdict of its own, and shares what is in it.
 */
import type { RefusedVerdict } from './types/verdict.js';

/** The members of a verdict and of its body side by side: a record of one form is read faster than verdicts of many. */
export interface Refusal {
  readonly certainty: RefusedVerdict['certainty'];
  readonly slug: RefusedVerdict['slug'];
  readonly authType: RefusedVerdict['authType'];
  readonly shape: RefusedVerdict['shape'];
  readonly basis: RefusedVerdict['basis'];
  readonly status: RefusedVerdict['response']['status'];
  readonly statusCode: number;
  readonly type: string;
  readonly errorCode: string;
  readonly message: string;
  readonly issues: RefusedVerdict['issues'];
  readonly hints: RefusedVerdict['hints'];
  readonly unchecked: RefusedVerdict['unchecked'];
}

/** What is needed of a verdict; `undefined` where it can be given out itself. */
export function refusalOf(verdict: RefusedVerdict): Refusal | undefined {
  const { certainty, slug, authType, shape, basis, response, issues, hints, unchecked } = verdict;
  const { status, body } = response;
  if (!('request_id' in body)) return undefined;
  const { status_code: statusCode, http_error_type: type, error_code: errorCode, message } = body;
  const inBody = { statusCode, type, errorCode, message };
  return { certainty, slug, authType, shape, basis, status, ...inBody, issues, hints, unchecked };
}

/** The verdict; its members in the order that the judge writes them in. */
export function refusedVerdict(refusal: Refusal, request_id: string): RefusedVerdict {
  const { certainty, slug, authType, shape, basis, issues, hints, unchecked } = refusal;
  const { status, statusCode: status_code, type: http_error_type, errorCode: error_code, message } = refusal;
  const body = { status_code, http_error_type, error_code, message, request_id };
  const response = { status, body } as RefusedVerdict['response'];
  const ok = false;
  // Literals for what comes often: to add members one by one takes longer.
  if (slug !== undefined && shape !== undefined) {
    if (authType === undefined) return { ok, certainty, slug, shape, response, issues, hints, unchecked };
    if (basis !== undefined) {
      return { ok, certainty, slug, authType, shape, basis, response, issues, hints, unchecked };
    }
  }
  const said: { -readonly [K in keyof RefusedVerdict]?: RefusedVerdict[K] } = { ok, certainty };
  if (slug !== undefined) said.slug = slug;
  if (authType !== undefined) said.authType = authType;
  if (shape !== undefined) said.shape = shape;
  if (basis !== undefined) said.basis = basis;
  return Object.assign(said, { response, issues, hints, unchecked }) as RefusedVerdict;
}
