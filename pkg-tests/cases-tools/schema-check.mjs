// The part of JSON Schema 2020-12 that cases.schema.json uses, so that the case files need no dependency.
// A keyword that is not here is an error: the schema cannot say what nobody checks.
import { canonical } from './values.mjs';

const ANNOTATIONS = new Set(['$schema', '$defs', 'title', 'description', 'default']);

const TYPES = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isInteger(value),
  array: (value) => Array.isArray(value),
  object: (value) => isObject(value),
};

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const members = (value) => (isObject(value) ? Object.keys(value) : []);
const items = (value) => (Array.isArray(value) ? value : []);

// Each keyword: the errors of a value, as lines.
const KEYWORDS = {
  $ref: (ref, value, at) =>
    at.check(
      ref
        .split('/')
        .slice(1)
        .reduce((place, key) => place[key], at.root),
      value,
    ),
  type: (type, value) => ([].concat(type).some((name) => TYPES[name](value)) ? [] : [`is no ${type}`]),
  enum: (allowed, value) => (allowed.includes(value) ? [] : [`is not among ${allowed.join(', ')}`]),
  const: (wanted, value) => (canonical(wanted) === canonical(value) ? [] : [`is not ${canonical(wanted)}`]),
  required: (keys, value) =>
    isObject(value) ? keys.filter((key) => !Object.hasOwn(value, key)).map((key) => `lacks ${key}`) : [],
  properties: (schemas, value, at) =>
    members(value)
      .filter((key) => Object.hasOwn(schemas, key))
      .flatMap((key) => at.check(schemas[key], value[key], key)),
  additionalProperties: (schema, value, at) =>
    members(value)
      .filter((key) => !Object.hasOwn(at.schema.properties ?? {}, key))
      .flatMap((key) => (schema === false ? [`has the unknown member ${key}`] : at.check(schema, value[key], key))),
  items: (schema, value, at) => items(value).flatMap((item, index) => at.check(schema, item, index)),
  prefixItems: (schemas, value, at) => schemas.flatMap((schema, index) => at.check(schema, items(value)[index], index)),
  minItems: (count, value) =>
    items(value).length >= count || !Array.isArray(value) ? [] : [`has fewer than ${count} items`],
  maxItems: (count, value) => (items(value).length <= count ? [] : [`has more than ${count} items`]),
  minLength: (count, value) => (typeof value !== 'string' || value.length >= count ? [] : ['is too short']),
  minimum: (least, value) => (typeof value !== 'number' || value >= least ? [] : [`is below ${least}`]),
  pattern: (pattern, value) =>
    typeof value !== 'string' || new RegExp(pattern, 'u').test(value) ? [] : ['does not match its pattern'],
  anyOf: (schemas, value, at) => {
    const errors = schemas.map((schema) => at.check(schema, value));
    return errors.some((lines) => lines.length === 0) ? [] : errors.sort((a, b) => a.length - b.length)[0];
  },
  oneOf: (schemas, value, at) => {
    const fits = schemas.filter((schema) => at.check(schema, value).length === 0).length;
    return fits === 1 ? [] : [`fits ${fits} of the alternatives instead of one`];
  },
};

/** What is wrong with a value, a line each; empty where it fits the schema. */
export function schemaErrors(root, value) {
  const check = (schema, part, path) => {
    const at = {
      root,
      schema,
      check: (inner, item, key) => check(inner, item, key === undefined ? path : `${path}/${key}`),
    };
    return Object.entries(schema).flatMap(([keyword, wanted]) => {
      if (ANNOTATIONS.has(keyword)) return [];
      if (!Object.hasOwn(KEYWORDS, keyword)) throw new Error(`schema-check.mjs does not know the keyword ${keyword}`);
      return KEYWORDS[keyword](wanted, part, at).map((line) =>
        line.startsWith('/') ? line : `${path || '/'} ${line}`,
      );
    });
  };
  return check(root, value, '');
}
