// Values like those of real requests: of each field's known formats, URLs, e-mail addresses, tokens, passwords.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { random } from './random.mjs';

/** The same values in every run. */
const SEED = 20_260_101;
/** For each field. */
const COUNT = 16;
const LONGEST = 400;

const DIGITS = '0123456789';
const ALPHANUMERIC = `${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz`;
const NAMES = ['acme', 'globex', 'initech', 'umbrella', 'hooli', 'contoso', 'fabrikam', 'northwind'];

/** @returns {object[]} the schemas of that folder */
export function schemasOf(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'app.schema.json');
  return names.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

/**
 * @param {object[]} schemas
 * @returns {object} slug → auth type → field → invented values. They are made at run time, so that no file of the
 *   repository looks like a credential
 */
export function samples(schemas) {
  const next = random(SEED);
  const ofFields = (fields) =>
    mapped(fields, (field, name) => Array.from({ length: COUNT }, () => sample(field, name, next)));
  return Object.fromEntries(schemas.map(({ slug, auth }) => [slug, mapped(auth, ({ fields }) => ofFields(fields))]));
}

const mapped = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));

function sample({ formats = [], options, input, address, secret }, name, next) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const some = (least, most, characters = ALPHANUMERIC) =>
    Array.from({ length: least + Math.floor(next() * (most - least + 1)) }, () => pick(characters)).join('');
  if (options) return pick(options);
  const usual = formats.filter(
    ({ mode, never, pattern }) => mode !== 'test' && never === undefined && !/BEGIN|\[\\s/.test(pattern),
  );
  const known = usual.length > 0 ? pick(ofPattern(pick(usual).pattern)) : undefined;
  if (known !== undefined) return known;
  if (address === 'url' || input === 'url') {
    return `https://${pick(NAMES)}${some(3, 3, DIGITS)}.example.com${next() < 0.3 ? `/${some(6, 6)}` : ''}`;
  }
  if (address === 'host') return `${pick(NAMES)}.example.com`;
  if (address) return `${pick(NAMES)}-${some(3, 3, DIGITS)}`;
  if (input === 'email' || name.includes('email')) return `${pick(NAMES)}@${pick(NAMES)}.example.com`;
  if (name.includes('pass')) return some(10, 18, `${ALPHANUMERIC}!@#$%^&*`);
  if (secret) return next() < 0.3 ? `${some(40, 120, `${ALPHANUMERIC}-_`)}==` : some(24, 64);
  if (name.includes('user')) return `${pick(NAMES)}_admin`;
  if (name.includes('port')) return '22';
  if (name.includes('client_id')) return some(20, 40);
  return /_id$|number/.test(name) ? some(8, 8, DIGITS) : `${pick(NAMES)}${some(4, 4, DIGITS)}`;
}

const pools = new Map();

/** Strings that match a pattern; empty if they need characters other than visible ASCII. */
function ofPattern(pattern) {
  const whole = pattern.endsWith('$') ? pattern : `${pattern}[A-Za-z0-9]{20}$`;
  if (!pools.has(whole)) {
    const found = fc.sample(fc.stringMatching(new RegExp(whole)), { seed: SEED, numRuns: 40 });
    pools.set(
      whole,
      found.filter((value) => value.length < LONGEST && /^[\x21-\x7e]+$/.test(value)),
    );
  }
  return pools.get(whole);
}
