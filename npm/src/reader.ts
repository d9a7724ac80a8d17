/**
 * Walks a JS value and writes what the judge needs to know of it: the facts that the bytes reader would
 * find in the text that `JSON.stringify` makes of it. Getters and `toJSON` run once, in the same order.
 */
import * as frame from './frame.js';
import { type JsonValue, jsonValue } from './json-value.js';
import { BIGINT, CYCLE, THREW, Unserialisable, walk } from './walk.js';

const NO_OBJECT = 0;
const MEMBERS = 1;
const NO_JSON = 2;

const ABSENT = 0;
const NULL = 1;
const BOOLEAN = 2;
const NUMBER = 3;
const STRING = 4;
const ARRAY = 5;
const OBJECT = 6;
const CLOSED_OBJECT = 7;

/** An object at `keys.length` up to here is looked into: auth_object (1), auth type (2). */
const OPEN_UP_TO = 2;
/** A path longer than this says no more. */
const MAX_PATH = 64;

/** The keys from the body to the value being read, of which `depth` count. */
let keys: string[] = ['', '', ''];
let depth = 0;
let reading = false;

/** Writes the facts of a request's body. */
export function writeBody(body: unknown): void {
  write(body, false);
}

/** Writes the facts of an auth_object that has no body around it. */
export function writeAuthObject(authObject: unknown): void {
  write(authObject, true);
}

function write(value: unknown, isForm: boolean): void {
  const start = frame.size();
  // A getter of the value being read may check another value.
  const outer = reading ? { keys, depth } : undefined;
  if (outer !== undefined) keys = ['', '', ''];
  reading = true;
  depth = 0;
  try {
    if (isForm) readForm(value);
    else readBody(value);
  } catch (error) {
    frame.rewind(start);
    writeTrouble(error);
  } finally {
    reading = outer !== undefined;
    if (outer !== undefined) ({ keys, depth } = outer);
  }
}

function writeTrouble(error: unknown): void {
  const isOurs = error instanceof Unserialisable;
  const place = keys.slice(0, depth);
  if (isOurs) place.push(...error.path.slice(0, MAX_PATH));
  frame.byte(NO_JSON);
  frame.byte(isOurs ? error.reason : THREW);
  frame.number(place.length);
  for (const key of place) frame.text(key);
}

function readForm(authObject: unknown): void {
  frame.byte(MEMBERS);
  frame.byte(ABSENT);
  keys[0] = 'auth_object';
  depth = 1;
  writeValue(jsonValue(authObject, 'auth_object'), 1);
}

function readBody(value: unknown): void {
  const body = jsonValue(value, '');
  if (typeof body === 'bigint') throw new Unserialisable(BIGINT);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    if (typeof body === 'object' && body !== null) walk(body, []);
    frame.byte(NO_OBJECT);
    return;
  }
  frame.byte(MEMBERS);
  const start = frame.size();
  let hasSlug = false;
  let hasAuthObject = false;
  for (const key of Object.keys(body)) {
    keys[0] = key;
    depth = 1;
    const member = jsonValue((body as Record<string, unknown>)[key], key);
    if (key === 'slug' && member !== undefined) {
      const place = frame.size();
      writeValue(member, OPEN_UP_TO + 1, body);
      // The slug comes first in a frame.
      if (hasAuthObject) frame.swap(start, place);
      hasSlug = true;
    } else if (key === 'auth_object' && member !== undefined) {
      writeValue(member, 1, body);
      hasAuthObject = true;
    } else if (typeof member === 'bigint') {
      throw new Unserialisable(BIGINT);
    } else if (typeof member === 'object' && member !== null) {
      walk(member, [body]);
    }
  }
  if (!hasSlug) {
    const place = frame.size();
    frame.byte(ABSENT);
    frame.swap(start, place);
  }
  if (!hasAuthObject) frame.byte(ABSENT);
}

/** `level` is the number of keys on the way to the value; `a`, `b` and `c` are the objects on the way. */
function writeValue(value: JsonValue, level: number, a?: object, b?: object, c?: object): void {
  switch (typeof value) {
    case 'string':
      frame.byte(STRING);
      frame.text(value);
      return;
    case 'undefined':
      frame.byte(ABSENT);
      return;
    case 'boolean':
      frame.byte(BOOLEAN);
      return;
    case 'number':
      // JSON.stringify writes null for what is no finite number.
      frame.byte(Number.isFinite(value) ? NUMBER : NULL);
      return;
    case 'bigint':
      throw new Unserialisable(BIGINT);
  }
  if (value === null) {
    frame.byte(NULL);
  } else if (value === a || value === b || value === c) {
    throw new Unserialisable(CYCLE);
  } else if (Array.isArray(value)) {
    frame.byte(ARRAY);
    walk(value, ancestors(a, b, c));
  } else if (level > OPEN_UP_TO) {
    frame.byte(CLOSED_OBJECT);
    walk(value, ancestors(a, b, c));
  } else {
    writeMembers(value, level, a, b);
  }
}

function writeMembers(object: object, level: number, a: object | undefined, b: object | undefined): void {
  frame.byte(OBJECT);
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
  frame.fill(place, count);
}

function ancestors(...objects: (object | undefined)[]): object[] {
  return objects.filter((object) => object !== undefined);
}
