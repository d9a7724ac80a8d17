/**
 * What the judge decided of facts. No rule looks at the letters of a text, so the same facts get the same decision, and
 * the judge need not be asked again. Hints look at letters; those that look at keys alone are kept with the decision.
 */
import { answerText } from './answer.js';
import { type Decision, withHints } from './decision.js';
import { running } from './engine.js';
import type { Facts } from './facts.js';
import { FactsTable } from './facts-table.js';
import { FORM } from './flags.js';
import { frozen } from './frozen.js';
import { putAlone } from './input.js';
import { type KnownTexts, knownTexts } from './known-texts.js';
import type { Hint } from './types/verdict.js';

/** A request like others has some ten tokens. */
const MOST_TOKENS = 200;
/** A decision takes as much memory as so many words and names of facts, mostly less. */
const WORDS_OF_DECISION = 20;
/** Some 15 MB where each decision is another refusal; then all is forgotten. */
const MOST_WORDS = 175_000;

/** So many tokens: that there are members, and that one is `auth_object`. */
const FORM_STARTS = 2;

/** What was decided of facts, with the hints that do not hang on the letters of a text. */
export interface Known extends Decision {
  /** What the judge decided, without looking for hints. */
  readonly bare: Decision;
  /** What to ask of the letters; `undefined` where hints are to be looked for in any case. */
  readonly texts: KnownTexts | undefined;
}

let table = new FactsTable<Known>();

/** Forgets everything. */
export function forgetDecisions(): void {
  table = new FactsTable();
}

/** What was decided of facts that came with these flags and this slug beside them. */
export function recall(flags: number, slug: string | undefined, facts: Facts): Known | undefined {
  return facts.isPlain ? table.find(flags, slug, facts, firstOf(flags)) : undefined;
}

/**
 * Whether what is decided of facts is worth keeping: it is where they come again. Rows that each have another key never
 * do, and a process may ask but once; to keep a decision takes several times as long as to make it.
 */
export function isWorthKeeping(flags: number, slug: string | undefined, facts: Facts): boolean {
  return facts.isPlain && facts.count <= MOST_TOKENS && table.meet(flags, slug, facts, firstOf(flags));
}

/** The facts of a form all start alike. */
function firstOf(flags: number): number {
  return (flags & FORM) === 0 ? 0 : FORM_STARTS;
}

/**
 * Keeps what was decided of facts that are worth it, unless a key looks like a secret in the wrong place.
 *
 * @param bare - What the judge decided, without looking for hints.
 * @param hints - Those that do not hang on the letters of a text.
 * @param key - What the instance's `keyOf` says; `undefined` where no hints are wanted.
 */
export function remember(
  flags: number,
  slug: string | undefined,
  facts: Facts,
  bare: Decision,
  hints: readonly Hint[],
  key: number | undefined,
): void {
  const names = facts.names.slice(0, facts.nameCount);
  // Of an accepted request all names are known to the catalogue.
  if (!bare.verdict.ok && ![slug ?? '', ...names].every(isShown)) return;
  if (table.size + WORDS_OF_DECISION * table.count > MOST_WORDS) forgetDecisions();
  const decision = withHints(bare, hints);
  frozen(bare.verdict);
  frozen(decision.verdict);
  // The judge's own slug: the caller's may be a piece of a longer text, which it would keep alive.
  const own = (name: string | undefined) => (name === bare.verdict.slug ? bare.verdict.slug : name) as string;
  const texts = key === undefined ? undefined : knownTexts(facts, key);
  // One object with the decision itself in it: the fewer places a look-up touches, the sooner it is done.
  const { verdict, refusal, updated } = decision;
  const known = { verdict, refusal, texts, updated, key: decision.key, bare };
  table.add(flags, own(slug), facts, firstOf(flags), names.map(own), known);
}

function isShown(name: string): boolean {
  // A text that is blank is no secret.
  if (name.trim() === '') return true;
  running().shown(putAlone(name));
  return answerText() === name;
}
