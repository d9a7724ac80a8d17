// Runs one case with the package's API and lists what differs. Runs anywhere: it imports nothing of a runtime.
import { compare } from './compare.mjs';
import { disguised, leakIn } from './leak.mjs';
import { bytesOfBase64, canonical, resolve } from './values.mjs';

const encoder = new TextEncoder();

/**
 * What differs between a case and the verdict of `api`; empty if the case passes.
 *
 * A JSON body is passed as a value, as a string and as bytes, and lists as arrays and as sets; all must give the same
 * verdict. A run with other secrets must give the same decision and contain none of them.
 *
 * @param api `{ checkRequest, checkAuthObject, repair }` of the package
 * @param testCase one of a file's `cases`
 * @returns {string[]} a line for each difference
 */
export function runCase(api, testCase) {
  const calls = callsOf(resolve(testCase));
  const differences = [];
  let first;
  for (const [name, call] of calls) {
    try {
      const verdict = run(api, call);
      if (first === undefined) {
        first = verdict;
        differences.push(...compare(testCase.expect, verdict));
        differences.push(...repairs(api, call, verdict, testCase.expect));
      } else if (canonical(verdict) !== canonical(first)) {
        differences.push(`${name} gives another verdict than ${calls[0][0]}: ${JSON.stringify(verdict)}`);
      }
    } catch (error) {
      differences.push(`${name} throws ${error?.name}: ${error?.message}`);
    }
  }
  const open = calls.find(([name]) => name.startsWith('value'));
  if (open && differences.length === 0) differences.push(...leaks(api, open[1], first));
  return differences;
}

/** Every way to make the case's call, by name; the first one is compared with the expectation. */
function callsOf({ call, request, context = {} }) {
  const sets = withSets(context);
  if (call === 'auth_object') {
    const form = { form: true, slug: request.slug, authObject: request.auth_object, context };
    return [
      ['value', form],
      ['value, sets in the context', { ...form, context: sets }],
    ];
  }
  const { headers, slug } = request;
  const make = (body, more = {}) => ({ headers, slug, body, context, ...more });
  if (request.bodyBase64 !== undefined) return [['bytes', make(bytesOfBase64(request.bodyBase64))]];
  const text = request.bodyText ?? JSON.stringify(request.body);
  const calls = [
    ['text', make(text)],
    ['bytes', make(encoder.encode(text))],
  ];
  const value = parsed(text);
  if (value !== null && typeof value === 'object' && isWritable(value)) {
    calls.push(['value', make(value)], ['value, sets in the context', make(value, { context: sets })]);
  }
  return calls;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A string may be nested more deeply than `JSON.stringify` can write. */
function isWritable(value) {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}

function withSets(context) {
  const sets = { ...context };
  for (const name of ['linkedAccounts', 'integrations']) {
    if (context[name] !== undefined) sets[name] = new Set(context[name]);
  }
  return sets;
}

function run(api, call) {
  if (call.form) return api.checkAuthObject(call.slug, call.authObject, call.context);
  const request = { headers: call.headers, body: call.body };
  if (call.slug !== undefined) request.slug = call.slug;
  return api.checkRequest(request, call.context);
}

// Repairs the case's body as a string and as a value; both must give the same.
function repairs(api, call, verdict, expect) {
  if (expect.repaired === undefined) return [];
  const wanted = canonical(resolve(expect.repaired));
  const { headers, body } = call;
  const fromText = JSON.parse(api.repair({ headers, body }, verdict.hints).body);
  const fromValue = api.repair({ headers, body: JSON.parse(body) }, verdict.hints).body;
  return [fromText, fromValue]
    .filter((repaired) => canonical(repaired) !== wanted)
    .map((repaired) => `repaired: expected ${wanted}, found ${canonical(repaired)}`);
}

// No rule depends on the characters of a value, so the decision must stay the same.
function leaks(api, call, verdict) {
  if (!call.form && Array.isArray(call.body)) return [];
  const other = run(api, disguised(call));
  const piece = leakIn(other);
  if (piece !== undefined)
    return [`a piece of a secret shows in the verdict (found with letters of its own: ${piece})`];
  const decision = ({ ok, response, issues = [] }) => canonical({ ok, response, issues });
  return decision(other) === decision(verdict) ? [] : ['other secrets of the same class give another decision'];
}
