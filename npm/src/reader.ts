/**
 * Walks a JS value and writes what the judge needs to know of it: the facts that the bytes reader would
 * find in the text that `JSON.stringify` makes of it. Getters and `toJSON` run once, in the same order.
 */
import { ABSENT, type Frame } from './frame.js';
import { type JsonValue, jsonValue } from './json-value.js';
import { BIGINT, CYCLE, THREW, Unserialisable, walk } from './walk.js';

const NO_OBJECT = 0;
const MEMBERS = 1;
const NO_JSON = 2;

const SLUG = 1;
const AUTH_OBJECT = 2;
const END = 0;

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

/** The frame being written, and the keys from the body to the value being read, of which `depth` count. */
let frame: Frame;
let keys: string[] = ['', '', ''];
let depth = 0;
let isReading = false;

/** Writes the facts of a request's body. */
export function writeBody(target: Frame, body: unknown): void {
  write(target, body, false);
}

/** Writes the facts of an auth_object that has no body around it. */
export function writeAuthObject(target: Frame, authObject: unknown): void {
  write(target, authObject, true);
}

function write(target: Frame, value: unknown, isForm: boolean): void {
  // A getter of the value being read may check another value.
  const outer = isReading ? { frame, keys, depth } : undefined;
  if (outer !== undefined) keys = ['', '', ''];
  isReading = true;
  frame = target;
  depth = 0;
  target.mark();
  try {
    if (isForm) readForm(value);
    else readBody(value);
  } catch (error) {
    target.rewind();
    writeTrouble(error);
  } finally {
    if (outer === undefined) isReading = false;
    else ({ frame, keys, depth } = outer);
  }
}

function writeTrouble(error: unknown): void {
  const isOurs = error instanceof Unserialisable;
  const place = keys.slice(0, depth);
  if (isOurs) place.push(...error.path.slice(0, MAX_PATH));
  frame.word(NO_JSON);
  frame.word(isOurs ? error.reason : THREW);
  frame.word(place.length);
  for (const key of place) frame.text(key);
}

function readForm(authObject: unknown): void {
  keys[0] = 'auth_object';
  depth = 1;
  frame.word(MEMBERS);
  frame.word(AUTH_OBJECT);
  writeValue(jsonValue(authObject, 'auth_object'), 1);
  frame.word(END);
}

function readBody(value: unknown): void {
  const body = jsonValue(value, '');
  if (typeof body === 'bigint') throw new Unserialisable(BIGINT);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    if (typeof body === 'object' && body !== null) walk(body, []);
    frame.word(NO_OBJECT);
    return;
  }
  frame.word(MEMBERS);
  for (const key of Object.keys(body)) {
    keys[0] = key;
    depth = 1;
    const member = jsonValue((body as Record<string, unknown>)[key], key);
    if (key === 'slug') {
      frame.word(SLUG);
      writeValue(member, OPEN_UP_TO + 1, body);
    } else if (key === 'auth_object') {
      frame.word(AUTH_OBJECT);
      writeValue(member, 1, body);
    } else if (typeof member === 'bigint') {
      throw new Unserialisable(BIGINT);
    } else if (typeof member === 'object' && member !== null) {
      walk(member, [body]);
    }
  }
  frame.word(END);
}

/** `level` is the number of keys on the way to the value; `a`, `b` and `c` are the objects on the way. */
function writeValue(value: JsonValue, level: number, a?: object, b?: object, c?: object): void {
  switch (typeof value) {
    case 'string':
      frame.text(value);
      return;
    case 'undefined':
      frame.word(ABSENT);
      return;
    case 'boolean':
      frame.word(BOOLEAN);
      return;
    case 'number':
      // JSON.stringify writes null for what is no finite number.
      frame.word(Number.isFinite(value) ? NUMBER : NULL);
      return;
    case 'bigint':
      throw new Unserialisable(BIGINT);
  }
  if (value === null) {
    frame.word(NULL);
  } else if (value === a || value === b || value === c) {
    throw new Unserialisable(CYCLE);
  } else if (Array.isArray(value)) {
    frame.word(ARRAY);
    walk(value, ancestors(a, b, c));
  } else if (level > OPEN_UP_TO) {
    frame.word(CLOSED_OBJECT);
    walk(value, ancestors(a, b, c));
  } else {
    writeMembers(value, level, a, b);
  }
}

function writeMembers(object: object, level: number, a: object | undefined, b: object | undefined): void {
  const place = frame.later();
  let count = 0;
  for (const key of Object.keys(object)) {
    keys[level] = key;
    depth = level + 1;
    const member = jsonValue((object as Record<string, unknown>)[key], key);
    if (member === undefined) continue;
    frame.text(key);
    writeValue(member, level + 1, object, a, b);
    count++;
  }
  frame.fill(place, count * 8 + OBJECT);
}

function ancestors(...objects: (object | undefined)[]): object[] {
  return objects.filter((object) => object !== undefined);
}
