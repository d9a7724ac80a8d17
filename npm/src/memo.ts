/**
 * What the judge decided of facts. No rule looks at the letters of a text, so the same facts get the same decision, and
 * the judge need not be asked again. Hints look at letters, and are kept only where there are none.
 */
import { answerText } from './answer.js';
import { type Decision, withHints } from './decision.js';
import { running } from './engine.js';
import { type Facts, isMember, MEMBER, NAME, TEXT } from './facts.js';
import { FactsTable } from './facts-table.js';
import { FORM, NO_KEY } from './flags.js';
import { frozen } from './frozen.js';
import { putAlone } from './input.js';
import type { Hint } from './types/verdict.js';

/** A request like others has some ten tokens. */
const MOST_TOKENS = 200;
/** A decision takes as much memory as so many words and names of facts, mostly less. */
const WORDS_OF_DECISION = 20;
/** Some 15 MB where each decision is another refusal; then all is forgotten. */
const MOST_WORDS = 250_000;

/** So many tokens: that there are members, and that one is `auth_object`. */
const FORM_STARTS = 2;

/** What was decided of facts. */
export interface Known {
  /** What the judge decided, without looking for hints. */
  readonly bare: Decision;
  /** The same with the hints that do not hang on the letters of a text. */
  readonly decision: Decision;
  /** The number of its app and auth type at the boundary, where it has one. */
  readonly key: number;
  /** The indexes of the fields that the texts are values of; `undefined` where there are others. */
  readonly fields: readonly number[] | undefined;
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

/** The facts of a form all start alike. */
function firstOf(flags: number): number {
  return (flags & FORM) === 0 ? 0 : FORM_STARTS;
}

/**
 * Keeps what was decided, unless a key looks like a secret in the wrong place.
 *
 * @param bare - What the judge decided, without looking for hints.
 * @param hints - What hints there are.
 */
export function remember(
  flags: number,
  slug: string | undefined,
  facts: Facts,
  bare: Decision,
  key: number,
  hints: readonly Hint[],
): void {
  if (!facts.isPlain || facts.count > MOST_TOKENS) return;
  const names = facts.names.slice(0, facts.nameCount);
  // With a number, all keys are fields of the app.
  const areFields = bare.verdict.ok || key !== NO_KEY;
  if (!areFields && ![slug ?? '', ...names].every(isShown)) return;
  if (table.size + WORDS_OF_DECISION * table.count > MOST_WORDS) forgetDecisions();
  const isDecided = facts.textCount === 0;
  const fields = isDecided ? [] : fieldsOf(facts, key);
  const decision = isDecided ? withHints(bare, hints) : bare;
  frozen(bare.verdict);
  frozen(decision.verdict);
  // The judge's own slug: the caller's may be a piece of a longer text, which it would keep alive.
  const own = (name: string | undefined) => (name === bare.verdict.slug ? bare.verdict.slug : name) as string;
  table.add(flags, own(slug), facts, firstOf(flags), names.map(own), { bare, decision, key, fields });
}

function fieldsOf({ tokens, count, names }: Facts, key: number): number[] | undefined {
  if (key === NO_KEY) return undefined;
  const fields: number[] = [];
  let name = 0;
  for (let index = 0; index < count; index++) {
    const token = tokens[index] as number;
    if (token === MEMBER + NAME) return undefined;
    if (token === MEMBER + TEXT) {
      const field = running().fieldIndex(putAlone(names[name] as string), key);
      if (field === -1) return undefined;
      fields.push(field);
    }
    if (isMember(token) || token === NAME) name++;
  }
  return fields;
}

function isShown(name: string): boolean {
  running().shown(putAlone(name));
  return answerText() === name;
}
