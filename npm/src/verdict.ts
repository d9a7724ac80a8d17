/** Turns the instance's answer into a verdict: a fresh plain object each time. */
import { answerText, answerValue } from './answer.js';
import { holds } from './context.js';
import { running } from './engine.js';
import { IN_ANSWER, UPDATED_KEY } from './flags.js';
import { putAlone } from './input.js';
import { freshRequestId } from './request-id.js';
import type { Context, Shape } from './types/context.js';
import type { AcceptedBody } from './types/response.js';
import type { AcceptedVerdict, Basis, UncheckedCode, Verdict } from './types/verdict.js';

/** All there is to say of an accepted request without hints; kept by its key, and never handed out itself. */
interface Accepted {
  readonly slug: string;
  readonly authType: string;
  readonly shape: Shape;
  readonly basis: Basis;
  readonly message: AcceptedBody['message'];
  readonly unchecked: readonly UncheckedCode[];
}

const known = new Map<number, Accepted>();

/** Forgets what was kept; an app was registered, so a key may mean another schema. */
export function forget(): void {
  known.clear();
}

/** Judges the frame in the input buffer. */
export function judge(length: number, flags: number, nowSeconds: number, context: Context | undefined): Verdict {
  const engine = running();
  const key = engine.check(length, flags, nowSeconds) >>> 0;
  if (key < 0x80000000) return fresh(accepted(key, context));
  if (key !== IN_ANSWER)
    throw new Error('auth-object: the instance and its loader do not fit together; install the package anew.');
  const verdict = answerValue<Verdict>();
  if (verdict.ok) {
    if (isThere(verdict, context)) {
      running().updatedMessage(putAlone(verdict.slug));
      verdict.response.body.message = answerText() as AcceptedBody['message'];
    }
  } else if ('request_id' in verdict.response.body) {
    verdict.response.body.request_id = context?.requestId ?? freshRequestId();
  }
  return verdict;
}

/** Whether a flat request meets an integration that the account has already. */
function isThere({ shape, slug }: { shape: Shape; slug: string }, context: Context | undefined): boolean {
  if (context?.integrations === undefined || shape !== 'flat') return false;
  return holds('integrations', context.integrations, slug);
}

/** What a key stands for; a flat request to an integration that is there answers "updated". */
function accepted(key: number, context: Context | undefined): Accepted {
  const found = known.get(key) ?? learn(key);
  if (!isThere(found, context)) return found;
  const updated = key | UPDATED_KEY;
  return known.get(updated) ?? learn(updated);
}

function learn(key: number): Accepted {
  running().accepted(key);
  const { slug, authType, shape, basis, response, unchecked } = answerValue<
    AcceptedVerdict & Pick<Accepted, 'authType' | 'basis'>
  >();
  const found: Accepted = { slug, authType, shape, basis, message: response.body.message, unchecked };
  known.set(key, found);
  return found;
}

function fresh(found: Accepted): AcceptedVerdict {
  return {
    ok: true,
    slug: found.slug,
    authType: found.authType,
    shape: found.shape,
    basis: found.basis,
    response: { status: 200, body: { success: true, message: found.message } },
    hints: [],
    unchecked: found.unchecked.slice(),
  };
}
