/** From a request to its verdict. */
import { answerValue } from './answer.js';
import { decide, forgetKeys, verdictOf, withHints } from './decision.js';
import { running } from './engine.js';
import type { Facts } from './facts.js';
import * as flag from './flags.js';
import { type Frame, withFrame } from './frame.js';
import type { KnownHeaders } from './headers.js';
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
  return verdictOf(decide(frame.send(body), flags, nowSeconds(context)), context);
}

/**
 * Judges facts.
 *
 * @param isUsual - Whether `flags` and `slug` say all of that which a decision may hang on.
 */
export function judgeFacts(
  facts: Facts,
  headers: Readonly<KnownHeaders>,
  flags: number,
  slug: string | undefined,
  isUsual: boolean,
  context: Context | undefined,
): Verdict {
  const known = isUsual ? recall(flags, slug, facts) : undefined;
  if (known !== undefined && ((flags & flag.NO_HINTS) !== 0 || arePlain(facts, known))) {
    return verdictOf(known.decision, context);
  }
  return withFrame((frame) => {
    frame.head(headers, slug, context);
    frame.facts(facts);
    const length = frame.send();
    const hints = (flags & flag.NO_HINTS) === 0 ? hintsOf(length, flags, context) : [];
    const decision = known?.bare ?? decide(length, flags | flag.NO_HINTS, 0);
    if (known === undefined && isUsual) {
      const key = decision.key ?? running().keyOf(length, flags) >>> 0;
      // Writes to the input buffer, so it comes last.
      remember(flags, slug, facts, decision, key, hints);
    }
    return verdictOf(withHints(decision, hints), context);
  });
}

/** Whether the texts, of which the keys are known, are seen at once to raise no hint. */
function arePlain({ texts }: Facts, { key, fields }: Known): boolean {
  if (fields === undefined) return false;
  if (fields.length === 0) return true;
  const length = putValues(texts, fields);
  return length !== undefined && running().arePlain(length, key) !== 0;
}

function hintsOf(length: number, flags: number, context: Context | undefined): readonly Hint[] {
  return running().hints(length, flags, nowSeconds(context)) === 0 ? [] : answerValue<Hint[]>();
}

/** The time that tokens are held against. */
function nowSeconds(context: Context | undefined): number {
  if (context?.hints === false) return 0;
  return Math.floor((context?.now ?? Date.now()) / 1000);
}
