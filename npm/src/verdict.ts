/** From a request to its verdict. */
import { answerValue } from './answer.js';
import { decide, decideText, forgetKeys, verdictOf, withHints } from './decision.js';
import { running } from './engine.js';
import type { Facts } from './facts.js';
import * as flag from './flags.js';
import { type Frame, withFrame } from './frame.js';
import type { KnownHeaders } from './headers.js';
import { arePlain } from './known-texts.js';
import { forgetDecisions, isWorthKeeping, recall, remember } from './memo.js';
import type { Context } from './types/context.js';
import type { Hint, Verdict } from './types/verdict.js';

/** Forgets what was decided; an app was registered, so the same facts may mean another schema. */
export function forget(): void {
  forgetKeys();
  forgetDecisions();
}

/** Judges a body of JSON text; the frame holds what comes before it. */
export function judgeText(frame: Frame, body: string | Uint8Array, flags: number, context?: Context): Verdict {
  return verdictOf(decideText(frame.send(body), flags, nowSeconds(context)), context);
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
  const wantsHints = (flags & flag.NO_HINTS) === 0;
  if (known !== undefined && (!wantsHints || (known.texts !== undefined && arePlain(facts, known.texts)))) {
    return verdictOf(known, context);
  }
  return withFrame((frame) => {
    frame.head(headers, slug, context);
    frame.facts(facts);
    const length = frame.send();
    if (known === undefined && !(isUsual && isWorthKeeping(flags, slug, facts))) {
      return verdictOf(decide(length, flags, nowSeconds(context)), context);
    }
    const hints = wantsHints ? hintsOf(length, flags, context) : [];
    const decision = known?.bare ?? decide(length, flags | flag.NO_HINTS, 0);
    if (known === undefined) {
      const key = wantsHints ? running().keyOf(length, flags) >>> 0 : undefined;
      const ofKeys = hangsOnLetters(facts, hints, key) ? keyHintsOf(length, flags) : hints;
      // Writes to the input buffer, so it comes last.
      remember(flags, slug, facts, decision, ofKeys, key);
    }
    return verdictOf(withHints(decision, hints), context);
  });
}

/** Whether there may be other hints where the letters of texts are other ones and plain. */
function hangsOnLetters({ textCount }: Facts, hints: readonly Hint[], key: number | undefined): boolean {
  return textCount > 0 && (hints.length > 0 || ((key ?? 0) & flag.LACKS_REFRESH_TOKEN) !== 0);
}

function hintsOf(length: number, flags: number, context: Context | undefined): readonly Hint[] {
  return running().hints(length, flags, nowSeconds(context)) === 0 ? [] : answerValue<Hint[]>();
}

function keyHintsOf(length: number, flags: number): readonly Hint[] {
  return running().keyHints(length, flags) === 0 ? [] : answerValue<Hint[]>();
}

/** The time that tokens are held against. */
function nowSeconds(context: Context | undefined): number {
  if (context?.hints === false) return 0;
  return Math.floor((context?.now ?? Date.now()) / 1000);
}
