/**
 * Walks a JS value and notes what the judge needs to know of it: the facts that the bytes reader would
 * find in the text that `JSON.stringify` makes of it. Getters and `toJSON` run once, in the same order.
 */
import type { Facts } from './facts.js';
import { type JsonValue, jsonValue } from './json-value.js';
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
const ARRAY = 5;
const OBJECT = 6;
const CLOSED_OBJECT = 7;

/** An object at `keys.length` up to here is looked into: auth_object (1), auth type (2). */
const OPEN_UP_TO = 2;
/** A path longer than this says no more. */
const MAX_PATH = 64;

/** What is seen, and the keys from the body to the value being read, of which `depth` count. */
let facts: Facts;
let keys: string[] = ['', '', ''];
let depth = 0;
let isReading = false;

/** Notes the facts of a request's body. */
export function readBody(target: Facts, body: unknown): void {
  read(target, body, seeBody);
}

/** Notes the facts of an auth_object that has no body around it. */
export function readAuthObject(target: Facts, authObject: unknown): void {
  read(target, authObject, seeForm);
}

function read(target: Facts, value: unknown, see: (value: unknown) => void): void {
  // A getter of the value being read may check another value.
  const outer = isReading ? { facts, keys, depth } : undefined;
  if (outer !== undefined) keys = ['', '', ''];
  isReading = true;
  facts = target;
  depth = 0;
  try {
    see(value);
  } catch (error) {
    facts.clear();
    seeTrouble(error);
  } finally {
    if (outer === undefined) isReading = false;
    else ({ facts, keys, depth } = outer);
  }
}

function seeTrouble(error: unknown): void {
  const isOurs = error instanceof Unserialisable;
  const place = keys.slice(0, depth);
  if (isOurs) place.push(...error.path.slice(0, MAX_PATH));
  facts.isPlain = false;
  for (const token of [NO_JSON, isOurs ? error.reason : THREW, place.length, ...place]) facts.token(token);
}

function seeForm(authObject: unknown): void {
  keys[0] = 'auth_object';
  depth = 1;
  facts.token(MEMBERS);
  facts.token(AUTH_OBJECT);
  seeValue(jsonValue(authObject, 'auth_object'), 1);
  facts.token(END);
}

function seeBody(value: unknown): void {
  const body = jsonValue(value, '');
  if (typeof body === 'bigint') throw new Unserialisable(BIGINT);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    if (typeof body === 'object' && body !== null) walk(body, []);
    facts.token(NO_OBJECT);
    return;
  }
  facts.token(MEMBERS);
  for (const key of Object.keys(body)) {
    keys[0] = key;
    depth = 1;
    const member = jsonValue((body as Record<string, unknown>)[key], key);
    if (key === 'slug') {
      facts.token(SLUG);
      // The rules look at its letters.
      if (typeof member === 'string') facts.token(member);
      else seeValue(member, OPEN_UP_TO + 1, body);
    } else if (key === 'auth_object') {
      facts.token(AUTH_OBJECT);
      seeValue(member, 1, body);
    } else if (typeof member === 'bigint') {
      throw new Unserialisable(BIGINT);
    } else if (typeof member === 'object' && member !== null) {
      walk(member, [body]);
    }
  }
  facts.token(END);
}

/** `level` is the number of keys on the way to the value; `a`, `b` and `c` are the objects on the way. */
function seeValue(value: JsonValue, level: number, a?: object, b?: object, c?: object): void {
  switch (typeof value) {
    case 'string':
      facts.text(value);
      return;
    case 'undefined':
      facts.token(ABSENT);
      return;
    case 'boolean':
      facts.token(BOOLEAN);
      return;
    case 'number':
      // JSON.stringify writes null for what is no finite number.
      facts.token(Number.isFinite(value) ? NUMBER : NULL);
      return;
    case 'bigint':
      throw new Unserialisable(BIGINT);
  }
  if (value === null) {
    facts.token(NULL);
  } else if (value === a || value === b || value === c) {
    throw new Unserialisable(CYCLE);
  } else if (Array.isArray(value)) {
    facts.token(ARRAY);
    walk(value, ancestors(a, b, c));
  } else if (level > OPEN_UP_TO) {
    facts.token(CLOSED_OBJECT);
    walk(value, ancestors(a, b, c));
  } else {
    seeMembers(value, level, a, b);
  }
}

function seeMembers(object: object, level: number, a: object | undefined, b: object | undefined): void {
  const place = facts.count;
  facts.token(OBJECT);
  let count = 0;
  for (const key of Object.keys(object)) {
    keys[level] = key;
    depth = level + 1;
    const member = jsonValue((object as Record<string, unknown>)[key], key);
    if (member === undefined) continue;
    facts.token(key);
    seeValue(member, level + 1, object, a, b);
    count++;
  }
  facts.tokens[place] = count * 8 + OBJECT;
}

function ancestors(...objects: (object | undefined)[]): object[] {
  return objects.filter((object) => object !== undefined);
}
