/**
 * Walks a JS value and notes what the judge needs to know of it: the facts that the bytes reader would
 * find in the text that `JSON.stringify` makes of it. Getters and `toJSON` run once, in the same order.
 */
import { type Facts, MEMBER, NAME } from './facts.js';
import { type JsonValue, jsonValue, memberOf } from './json-value.js';
import { BIGINT, CYCLE, THREW, Unserialisable, walk } from './walk.js';

const NO_OBJECT = 0;
const MEMBERS = 1;
const NO_JSON = 2;

const SLUG = 1;
const AUTH_OBJECT = 2;
const END = 0;

const ABSENT = 0;
const NULL = 1;
const BOOLEAN = 2;
const NUMBER = 3;
/** A string is its length and its kind. */
const EMPTY_STRING = 4;
const ARRAY = 5;
const OBJECT = 6;
const CLOSED_OBJECT = 7;

/** An object at so many keys from the body is looked into: auth_object (1), auth type (2). */
const OPEN_UP_TO = 2;
/** A path longer than this says no more. */
const MAX_PATH = 64;

/** Notes the facts of a request's body. */
export function readBody(facts: Facts, body: unknown): void {
  try {
    seeBody(facts, body);
  } catch (error) {
    seeTrouble(facts, error);
  }
}

/** Notes the facts of an auth_object that has no body around it. */
export function readAuthObject(facts: Facts, authObject: unknown): void {
  try {
    facts.enter('auth_object', 1);
    facts.token(MEMBERS);
    facts.token(AUTH_OBJECT);
    seeValue(facts, jsonValue(authObject, 'auth_object'), 0, 1);
    facts.token(END);
  } catch (error) {
    seeTrouble(facts, error);
  }
}

function seeTrouble(facts: Facts, error: unknown): void {
  const isOurs = error instanceof Unserialisable;
  const place = facts.place.slice(0, facts.depth);
  if (isOurs) place.push(...error.path.slice(0, MAX_PATH));
  facts.clear();
  facts.isPlain = false;
  for (const token of [NO_JSON, isOurs ? error.reason : THREW, place.length]) facts.token(token);
  for (const key of place) {
    facts.token(NAME);
    facts.name(key);
  }
}

function seeBody(facts: Facts, value: unknown): void {
  const body = jsonValue(value, '');
  if (typeof body === 'bigint') throw new Unserialisable(BIGINT);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    if (typeof body === 'object' && body !== null) walk(body, []);
    facts.token(NO_OBJECT);
    facts.token(kindOf(body));
    return;
  }
  facts.token(MEMBERS);
  for (const key of Object.keys(body)) {
    facts.enter(key, 1);
    const member = jsonValue(memberOf(body, key), key);
    if (key === 'slug') {
      facts.token(SLUG);
      seeSlug(facts, member, body);
    } else if (key === 'auth_object') {
      facts.token(AUTH_OBJECT);
      seeValue(facts, member, 0, 1, body);
    } else if (typeof member === 'bigint') {
      throw new Unserialisable(BIGINT);
    } else if (typeof member === 'object' && member !== null) {
      walk(member, [body]);
    }
  }
  facts.token(END);
}

/** The kind of a body that is not an object. */
function kindOf(value: JsonValue): number {
  if (value === undefined) return ABSENT;
  if (typeof value === 'string') return EMPTY_STRING;
  if (typeof value === 'boolean') return BOOLEAN;
  if (typeof value === 'number') return Number.isFinite(value) ? NUMBER : NULL;
  return Array.isArray(value) ? ARRAY : NULL;
}

/** The rules look at its letters. */
function seeSlug(facts: Facts, slug: JsonValue, body: object): void {
  if (typeof slug === 'string') {
    facts.token(NAME);
    facts.name(slug);
  } else {
    seeValue(facts, slug, 0, OPEN_UP_TO + 1, body);
  }
}

/**
 * `member` is MEMBER or 0, `level` the number of keys on the way to the value; `a`, `b` and `c` are the objects on the
 * way.
 */
function seeValue(
  facts: Facts,
  value: JsonValue,
  member: number,
  level: number,
  a?: object,
  b?: object,
  c?: object,
): void {
  switch (typeof value) {
    case 'string':
      facts.text(value, member);
      return;
    case 'undefined':
      facts.token(member + ABSENT);
      return;
    case 'boolean':
      facts.token(member + BOOLEAN);
      return;
    case 'number':
      // JSON.stringify writes null for what is no finite number.
      facts.token(member + (Number.isFinite(value) ? NUMBER : NULL));
      return;
    case 'bigint':
      throw new Unserialisable(BIGINT);
  }
  if (value === null) {
    facts.token(member + NULL);
  } else if (value === a || value === b || value === c) {
    throw new Unserialisable(CYCLE);
  } else if (Array.isArray(value)) {
    facts.token(member + ARRAY);
    walk(value, ancestors(a, b, c));
  } else if (level > OPEN_UP_TO) {
    facts.token(member + CLOSED_OBJECT);
    walk(value, ancestors(a, b, c));
  } else {
    seeMembers(facts, value, member, level, a, b);
  }
}

function seeMembers(
  facts: Facts,
  object: object,
  member: number,
  level: number,
  a: object | undefined,
  b: object | undefined,
): void {
  const place = facts.count;
  facts.token(member + OBJECT);
  let count = 0;
  for (const key of Object.keys(object)) {
    facts.enter(key, level + 1);
    const value = jsonValue(memberOf(object, key), key);
    if (value === undefined) continue;
    facts.name(key);
    if (typeof value === 'string') facts.text(value, MEMBER);
    else seeValue(facts, value, MEMBER, level + 1, object, a, b);
    count++;
  }
  facts.tokens[place] = member + count * 8 + OBJECT;
}

function ancestors(...objects: (object | undefined)[]): object[] {
  return objects.filter((object) => object !== undefined);
}
