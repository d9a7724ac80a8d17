/** From a request to its verdict. */
import { answerValue } from './answer.js';
import { copiedHints, decide, forgetKeys, verdictOf } from './decision.js';
import { running } from './engine.js';
import type { Facts } from './facts.js';
import * as flag from './flags.js';
import { type Frame, withFrame } from './frame.js';
import { putValues } from './input.js';
import { forgetDecisions, type Known, recall, remember } from './memo.js';
import type { Context } from './types/context.js';
import type { Hint, Verdict } from './types/verdict.js';

/** Forgets what was decided; an app was registered, so the same facts may mean another schema. */
export function forget(): void {
  forgetKeys();
  forgetDecisions();
}

/** Judges a body of JSON text; the frame holds what comes before it. */
export function judgeText(frame: Frame, body: string | Uint8Array, flags: number, context?: Context): Verdict {
  return verdictOf(decide(frame.send(body), flags, nowSeconds(context)), [], context);
}

/**
 * Judges facts.
 *
 * @param start - Writes what comes before them to a frame.
 * @param isUsual - Whether `flags` and `slug` say all of that which a decision may hang on.
 */
export function judgeFacts(
  facts: Facts,
  start: (frame: Frame) => void,
  flags: number,
  slug: string | undefined,
  isUsual: boolean,
  context: Context | undefined,
): Verdict {
  const known = isUsual ? recall(flags, slug, facts) : undefined;
  const wantsHints = (flags & flag.NO_HINTS) === 0;
  if (known?.hints !== undefined) return verdictOf(known.decision, copiedHints(known.hints), context);
  if (known !== undefined && (!wantsHints || arePlain(facts, known))) return verdictOf(known.decision, [], context);
  return withFrame((frame) => {
    start(frame);
    frame.facts(facts);
    const length = frame.send();
    const hints = wantsHints ? hintsOf(length, flags, context) : [];
    const decision = known?.decision ?? decide(length, flags | flag.NO_HINTS, 0);
    if (known === undefined && isUsual) {
      const key = decision.key ?? running().keyOf(length, flags) >>> 0;
      // Writes to the input buffer, so it comes last.
      remember(flags, slug, facts, decision, key, copiedHints(hints));
    }
    return verdictOf(decision, hints, context);
  });
}

/** Whether the values, of which the keys are known, are seen at once to raise no hint. */
function arePlain({ texts }: Facts, { key, fields }: Known): boolean {
  if (fields === undefined) return false;
  const length = putValues(texts, fields);
  return length !== undefined && running().arePlain(length, key) !== 0;
}

function hintsOf(length: number, flags: number, context: Context | undefined): Hint[] {
  return running().hints(length, flags, nowSeconds(context)) === 0 ? [] : answerValue<Hint[]>();
}

/** The time that tokens are held against. */
function nowSeconds(context: Context | undefined): number {
  if (context?.hints === false) return 0;
  return Math.floor((context?.now ?? Date.now()) / 1000);
}
