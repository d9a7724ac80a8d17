/** A decision of the judge, kept to be given again: never handed out itself, always as a fresh plain object. */
import { answerText, answerValue } from './answer.js';
import { holds } from './context.js';
import { running } from './engine.js';
import { IN_ANSWER } from './flags.js';
import { putAlone } from './input.js';
import { freshRequestId } from './request-id.js';
import type { Context } from './types/context.js';
import type { AcceptedBody } from './types/response.js';
import type { AcceptedVerdict, Hint, Issue, Path, RefusedVerdict, Verdict } from './types/verdict.js';

type RefusedBody = RefusedVerdict['response']['body'];

/** What was decided of a request. */
export interface Decision {
  readonly verdict: Verdict;
  /** Its number at the boundary, where it has one: it is accepted then, and no hint was asked for, or is there. */
  readonly key: number | undefined;
  /** What a flat request to an integration that is there already is answered; made when it is asked for. */
  updated: AcceptedBody['message'] | undefined;
}

/** Decisions by their key: accepted requests without hints, of which there are a few for each app. */
const known = new Map<number, Decision>();

/** Forgets what was kept; an app was registered, so a key may mean another schema. */
export function forgetKeys(): void {
  known.clear();
}

/** Judges the frame in the input buffer. */
export function decide(length: number, flags: number, nowSeconds: number): Decision {
  const engine = running();
  const key = engine.check(length, flags, nowSeconds) >>> 0;
  if (key < 0x80000000) return known.get(key) ?? learn(key);
  if (key !== IN_ANSWER)
    throw new Error('auth-object: the instance and its loader do not fit together; install the package anew.');
  return { verdict: answerValue<Verdict>(), key: undefined, updated: undefined };
}

function learn(key: number): Decision {
  running().accepted(key);
  const decision = { verdict: answerValue<Verdict>(), key, updated: undefined };
  known.set(key, decision);
  return decision;
}

/** The verdict of a decision and of the hints beside it. */
export function verdictOf(decision: Decision, hints: Hint[], context: Context | undefined): Verdict {
  const { verdict } = decision;
  return verdict.ok ? accepted(verdict, decision, hints, context) : refused(verdict, hints, context);
}

function accepted(
  found: AcceptedVerdict,
  decision: Decision,
  hints: Hint[],
  context: Context | undefined,
): AcceptedVerdict {
  const { slug, response } = found;
  const message = isThere(found, context) ? updated(decision, slug) : response.body.message;
  return {
    ...found,
    response: { status: 200, body: { success: true, message } },
    hints: joined(hints, found.hints),
    unchecked: found.unchecked.slice(),
  };
}

function refused(found: RefusedVerdict, others: Hint[], context: Context | undefined): RefusedVerdict {
  const { ok, certainty, slug, authType, shape, basis } = found;
  const body = copiedBody(found.response.body, context);
  const response = { status: found.response.status, body } as RefusedVerdict['response'];
  const issues = found.issues.map(copiedIssue) as [Issue, ...Issue[]];
  const hints = joined(others, found.hints);
  const unchecked = found.unchecked.slice();
  if (authType !== undefined && slug !== undefined && shape !== undefined && basis !== undefined) {
    return { ok, certainty, slug, authType, shape, basis, response, issues, hints, unchecked };
  }
  // In the order that the judge writes them in.
  const said: Partial<RefusedVerdict> = { ok, certainty };
  if (slug !== undefined) said.slug = slug;
  if (authType !== undefined) said.authType = authType;
  if (shape !== undefined) said.shape = shape;
  if (basis !== undefined) said.basis = basis;
  said.response = response;
  said.issues = issues;
  said.hints = hints;
  said.unchecked = unchecked;
  return said as RefusedVerdict;
}

function joined(hints: Hint[], others: readonly Hint[]): Hint[] {
  if (others.length === 0) return hints;
  return [...hints, ...copiedHints(others)];
}

/** The same hints, as fresh objects. */
export function copiedHints(hints: readonly Hint[]): Hint[] {
  return hints.map(({ code, path: found, help, fix }) => {
    const path = found.slice() as Path;
    return fix === undefined ? { code, path, help } : { code, path, help, fix: fix.map((step) => ({ ...step })) };
  });
}

// Member by member: a spread of what JSON.parse gave takes several times as long.

function copiedBody(body: RefusedBody, context: Context | undefined): RefusedBody {
  if (!('request_id' in body)) return { ...body };
  const { status_code, http_error_type, error_code, message } = body;
  const request_id = context?.requestId ?? freshRequestId();
  return { status_code, http_error_type, error_code, message, request_id } as RefusedBody;
}

function copiedIssue({ code, path: found, message, help, suggestion, basis }: Issue): Issue {
  const path = found.slice() as Path;
  if (help === undefined) return { code, path, message, basis };
  if (suggestion === undefined) return { code, path, message, help, basis };
  return { code, path, message, help, suggestion, basis };
}

/** Whether a flat request meets an integration that the account has already. */
function isThere({ shape, slug }: AcceptedVerdict, context: Context | undefined): boolean {
  if (context?.integrations === undefined || shape !== 'flat') return false;
  return holds('integrations', context.integrations, slug);
}

function updated(decision: Decision, slug: string): AcceptedBody['message'] {
  if (decision.updated === undefined) {
    running().updatedMessage(putAlone(slug));
    decision.updated = answerText() as AcceptedBody['message'];
  }
  return decision.updated;
}
