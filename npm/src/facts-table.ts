/**
 * Finds facts that were seen before. Facts stand one after another in few long lists, and a table of hashes says where:
 * so a look-up touches little memory, where a tree of all facts would touch a place for each token.
 */
import type { Facts } from './facts.js';

/** A power of two; the table grows before three quarters of it are taken. */
const FIRST_SLOTS = 64;
const FIRST_WORDS = 512;
/** The words before the tokens of a row. */
const HEAD = 4;
const MULTIPLIER = 0x9e3779b1;
/** Places where a row may stand. With more rows of one hash than that, the others are not kept. */
const MOST_PROBES = 64;
/** A power of two: so many hashes of facts that were met are known, in sets of WAYS. */
const MET = 4096;
const WAYS = 4;

/** What was found out of facts, by the facts. */
export class FactsTable<T> {
  /** Two words for each slot: a hash, and where its row starts; 0 where there is none. */
  #slots = new Int32Array(2 * FIRST_SLOTS);
  /** Rows: flags, the number of the value, where the names start, how many tokens; the tokens. */
  #words = new Int32Array(FIRST_WORDS);
  /** Where the next row starts. */
  #end = 1;
  /** Of each row the slug beside the facts, then their names. */
  #names: (string | undefined)[] = [];
  #values: T[] = [];
  #met = new Int32Array(MET);

  /** How much is kept, in words and names. */
  get size(): number {
    return this.#end + this.#names.length;
  }

  /** How many facts are known. */
  get count(): number {
    return this.#values.length;
  }

  /** The value of such facts, with flags and a slug beside them; tokens before `first` do not count. */
  find(flags: number, slug: string | undefined, facts: Facts, first: number): T | undefined {
    const slots = this.#slots;
    const hash = hashOf(flags, slug, facts, first);
    const last = slots.length - 2;
    for (let probe = 0; probe < MOST_PROBES; probe++) {
      const slot = (2 * (hash + probe)) & last;
      const row = slots[slot + 1] as number;
      if (row === 0) return undefined;
      if (slots[slot] === hash && this.#isSame(row, flags, slug, facts, first)) {
        return this.#values[this.#words[row + 1] as number];
      }
    }
    return undefined;
  }

  /**
   * Whether such facts were met before, and there is room for them; notes that they are met now, and forgets others for
   * it.
   */
  meet(flags: number, slug: string | undefined, facts: Facts, first: number): boolean {
    const hash = hashOf(flags, slug, facts, first);
    let whole = hash;
    for (let index = 0; index < facts.nameCount; index++) whole ^= allLettersOf(facts.names[index] as string);
    if (slug !== undefined) whole ^= allLettersOf(slug);
    const start = whole & (MET - WAYS);
    for (let way = 0; way < WAYS; way++) {
      if (this.#met[start + way] === whole) return freeSlot(this.#slots, hash) !== undefined;
    }
    // Which one goes must not hang on the order: of five that come in turns, none would be met again.
    this.#met[start + Math.floor(Math.random() * WAYS)] = whole;
    return false;
  }

  #isSame(row: number, flags: number, slug: string | undefined, facts: Facts, first: number): boolean {
    const { tokens, count, names, nameCount } = facts;
    const words = this.#words;
    const known = this.#names;
    const place = words[row + 2] as number;
    if (words[row] !== flags || words[row + 3] !== count || known[place] !== slug) return false;
    const start = row + HEAD - first;
    for (let index = first; index < count; index++) if (words[start + index] !== tokens[index]) return false;
    // The tokens say how many names there are.
    for (let index = 0; index < nameCount; index++) if (known[place + 1 + index] !== names[index]) return false;
    return true;
  }

  /** Adds the value of facts that were not found; `slug` and `names` are the same texts, to be kept. */
  add(flags: number, slug: string | undefined, facts: Facts, first: number, names: readonly string[], value: T): void {
    const { tokens, count } = facts;
    const row = this.#end;
    this.#end = row + HEAD + count - first;
    if (this.#end > this.#words.length) this.#words = grown(this.#words, this.#end);
    this.#words.set([flags, this.#values.length, this.#names.length, count, ...tokens.slice(first, count)], row);
    this.#names.push(slug, ...names);
    this.#values.push(value);
    if (8 * this.#values.length > 3 * this.#slots.length) this.#spread();
    put(this.#slots, hashOf(flags, slug, facts, first), row);
  }

  /** Gives each row a slot in a larger table. */
  #spread(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(2 * before.length);
    for (let slot = 0; slot < before.length; slot += 2) {
      const row = before[slot + 1] as number;
      if (row !== 0) put(this.#slots, before[slot] as number, row);
    }
  }
}

function freeSlot(slots: Int32Array, hash: number): number | undefined {
  const last = slots.length - 2;
  for (let probe = 0; probe < MOST_PROBES; probe++) {
    const slot = (2 * (hash + probe)) & last;
    if (slots[slot + 1] === 0) return slot;
  }
  return undefined;
}

/** Leaves the row out where all its places are taken. */
function put(slots: Int32Array, hash: number, row: number): void {
  const slot = freeSlot(slots, hash);
  if (slot === undefined) return;
  slots[slot] = hash;
  slots[slot + 1] = row;
}

function grown(words: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(Math.max(length, 2 * words.length));
  more.set(words);
  return more;
}

function hashOf(
  flags: number,
  slug: string | undefined,
  { tokens, count, names, nameCount }: Facts,
  first: number,
): number {
  let hash = slug === undefined ? flags : Math.imul(flags ^ lettersOf(slug), MULTIPLIER);
  for (let index = first; index < count; index++) hash = (Math.imul(hash, 31) + (tokens[index] as number)) | 0;
  for (let index = 0; index < nameCount; index++) {
    hash = Math.imul(hash ^ lettersOf(names[index] as string), MULTIPLIER);
  }
  hash = Math.imul(hash ^ (hash >>> 15), MULTIPLIER);
  return hash ^ (hash >>> 13);
}

/** Some letters of a name: names that are alike in these are told apart when they are compared. */
function lettersOf(name: string): number {
  const { length } = name;
  if (length === 0) return 0;
  const middle = name.charCodeAt(length >> 1);
  return (length << 24) ^ (name.charCodeAt(0) << 16) ^ (middle << 8) ^ name.charCodeAt(length - 1);
}

function allLettersOf(name: string): number {
  let hash = 0;
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), MULTIPLIER);
  return hash ^ (hash >>> 15);
}
