/**
 * What the judge decided of facts. No rule looks at the letters of a text, so the same facts get the same decision, and
 * the judge need not be asked again. Hints look at letters, and are kept only where there are none.
 */
import { answerText } from './answer.js';
import type { Decision } from './decision.js';
import { running } from './engine.js';
import { BLANK, type Facts, TEXT } from './facts.js';
import { FORM, NO_KEY } from './flags.js';
import { putAlone } from './input.js';
import type { Hint } from './types/verdict.js';

/** A request like others has some ten tokens. */
const MOST_TOKENS = 200;
/** A decision takes as much memory as so many nodes, mostly less. */
const NODES_OF_DECISION = 5;
/** In nodes: some 15 MB where each decision is another refusal; then all is forgotten. */
const MOST_NODES = 50_000;

/** So many tokens: that there are members, and that one is `auth_object`. */
const FORM_STARTS = 2;

type Token = string | number | undefined;

/** What was decided of facts. */
export interface Known {
  readonly decision: Decision;
  /** The number of its app and auth type at the boundary, where it has one. */
  readonly key: number;
  /** The indexes of the fields that the texts are values of; `undefined` where there are others. */
  readonly fields: readonly number[] | undefined;
  /** The hints; `undefined` where they hang on the letters of a text. */
  readonly hints: readonly Hint[] | undefined;
}

/** A place in the tree of all facts. */
class Node {
  known: Known | undefined;
  /** What comes next: mostly one token, which is found without a table. */
  #token: Token;
  #next: Node | undefined;
  #others: Map<Token, Node> | undefined;

  after(token: Token): Node | undefined {
    return this.#token === token ? this.#next : this.#others?.get(token);
  }

  add(token: Token): Node {
    const node = new Node();
    if (this.#next === undefined) {
      this.#token = token;
      this.#next = node;
    } else {
      this.#others ??= new Map();
      this.#others.set(token, node);
    }
    return node;
  }
}

let root = new Node();
let nodes = 0;

/** Forgets everything. */
export function forgetDecisions(): void {
  root = new Node();
  nodes = 0;
}

/** What was decided of facts that came with these flags and this slug beside them. */
export function recall(flags: number, slug: string | undefined, facts: Facts): Known | undefined {
  const { tokens, count, isPlain } = facts;
  if (!isPlain) return undefined;
  let node = root.after(flags)?.after(slug);
  const first = firstOf(flags);
  for (let index = first; index < count && node !== undefined; index++) {
    const token = tokens[index];
    if (token !== TEXT) node = node.after(token);
  }
  return node?.known;
}

/** The facts of a form all start alike; each node less is memory that need not be looked up. */
function firstOf(flags: number): number {
  return (flags & FORM) === 0 ? 0 : FORM_STARTS;
}

/** Keeps what was decided, unless a key looks like a secret in the wrong place. */
export function remember(
  flags: number,
  slug: string | undefined,
  facts: Facts,
  decision: Decision,
  key: number,
  hints: Hint[],
): void {
  if (!facts.isPlain || facts.count > MOST_TOKENS) return;
  const path = [flags, slug, ...facts.tokens.slice(firstOf(flags), facts.count)].filter((token) => token !== TEXT);
  // With a number, all keys are fields of the app.
  const areFields = decision.verdict.ok || key !== NO_KEY;
  if (!areFields && !path.every((token, index) => path[index - 1] === BLANK || isShown(token))) return;
  if (nodes > MOST_NODES) forgetDecisions();
  let node = root;
  for (const token of path) {
    let next = node.after(token);
    if (next === undefined) {
      next = node.add(token);
      nodes += 1;
    }
    node = next;
  }
  const isDecided = facts.textCount === 0;
  nodes += NODES_OF_DECISION;
  node.known = { decision, key, fields: fieldsOf(facts, key), hints: isDecided ? hints : undefined };
}

function fieldsOf({ tokens, count }: Facts, key: number): number[] | undefined {
  if (key === NO_KEY) return undefined;
  const fields: number[] = [];
  for (let index = 1; index < count; index++) {
    if (tokens[index] === BLANK) return undefined;
    if (tokens[index] !== TEXT) continue;
    const field = running().fieldIndex(putAlone(String(tokens[index - 1])), key);
    if (field === -1) return undefined;
    fields.push(field);
  }
  return fields;
}

function isShown(token: Token): boolean {
  if (typeof token !== 'string') return true;
  running().shown(putAlone(token));
  return answerText() === token;
}
