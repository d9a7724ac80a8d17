/** Decisions of the judge, and the verdicts that are given out of them: the same one again and again where that does. */
import { answerText, answerValue } from './answer.js';
import { holds } from './context.js';
import { running } from './engine.js';
import { IN_ANSWER } from './flags.js';
import { frozen } from './frozen.js';
import { putAlone } from './input.js';
import { textReader } from './part/text.js';
import { type Refusal, refusalOf, refusedVerdict } from './refusal.js';
import { freshRequestId } from './request-id.js';
import type { Context, Lookup } from './types/context.js';
import type { AcceptedBody } from './types/response.js';
import type { AcceptedVerdict, Hint, Path, Verdict } from './types/verdict.js';

/** What was decided of a request. */
export interface Decision {
  readonly verdict: Verdict;
  /** Its number at the boundary, where it has one: it is accepted then, and no hint was asked for, or is there. */
  readonly key: number | undefined;
  /** What a flat request to an integration that is there already is told; made when it is asked for. */
  updated: AcceptedVerdict | undefined;
  /** What a refusal is given out of, where it needs a `request_id`. */
  readonly refusal: Refusal | undefined;
}

/** Decisions by their key: accepted requests without hints, of which there are a few for each app. */
const known = new Map<number, Decision>();

/** Forgets what was kept; an app was registered, so a key may mean another schema. */
export function forgetKeys(): void {
  known.clear();
}

/** Judges the frame of facts in the input buffer. */
export function decide(length: number, flags: number, nowSeconds: number): Decision {
  return decisionOfKey(running().check(length, flags, nowSeconds) >>> 0);
}

/** The same for a frame with JSON text. */
export function decideText(length: number, flags: number, nowSeconds: number): Decision {
  return decisionOfKey(textReader().checkText(length, flags, nowSeconds) >>> 0);
}

/** What was decided, where the judge answered this. */
function decisionOfKey(key: number): Decision {
  if (key < 0x80000000) return known.get(key) ?? learn(key);
  if (key !== IN_ANSWER)
    throw new Error(
      'auth-object: The WebAssembly module and its loader are different versions. Reinstall auth-object.',
    );
  return decisionOf(answerValue<Verdict>());
}

function decisionOf(verdict: Verdict, key?: number): Decision {
  return { verdict, key, updated: undefined, refusal: verdict.ok ? undefined : refusalOf(verdict) };
}

function learn(key: number): Decision {
  running().accepted(key);
  const decision = decisionOf(frozen(answerValue<Verdict>()), key);
  known.set(key, decision);
  return decision;
}

/** The same decision with these hints before its own, except those of its own at the same places: a place has one hint. */
export function withHints(decision: Decision, hints: readonly Hint[]): Decision {
  if (hints.length === 0) return decision;
  const { verdict, key } = decision;
  const own = verdict.hints.filter(({ path }) => !hints.some((hint) => isSamePath(hint.path, path)));
  return decisionOf({ ...verdict, hints: [...hints, ...own] }, key);
}

function isSamePath(one: Path, other: Path): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index]);
}

/** The verdict of a decision: itself, unless the call has its own part in it. */
export function verdictOf(decision: Decision, context: Context | undefined): Verdict {
  const { refusal, verdict } = decision;
  if (refusal !== undefined) return refusedVerdict(refusal, context?.requestId ?? freshRequestId());
  if (context?.integrations !== undefined && verdict.ok && isThere(verdict, context.integrations)) {
    return updated(decision, verdict);
  }
  return verdict;
}

/** Whether a flat request meets an integration that the account has already. */
function isThere({ shape, slug }: AcceptedVerdict, integrations: Lookup): boolean {
  return shape === 'flat' && holds('integrations', integrations, slug);
}

function updated(decision: Decision, verdict: AcceptedVerdict): AcceptedVerdict {
  if (decision.updated === undefined) {
    running().updatedMessage(putAlone(verdict.slug));
    const message = answerText() as AcceptedBody['message'];
    decision.updated = frozen({ ...verdict, response: { status: 200, body: { success: true, message } } });
  }
  return decision.updated;
}
