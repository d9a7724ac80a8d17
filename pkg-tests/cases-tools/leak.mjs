// Finds parts of a credential in a verdict. Runs anywhere.
// Letters and digits of a secret are replaced by letters of an alphabet whose pairs do not occur in the catalogue. Four
// of them in a row in a verdict are therefore a leak. The words of "fake-access-token" would not do: messages contain
// them too. Spaces, quotes, prefixes and punctuation stay, so that the value keeps its class.
import { mapMembers } from './values.mjs';

const ALPHABET = 'qzjxkvw';
// Four of them, no two neighbours equal: the "xxxx" of a help text is not a leak.
const LEAK = /(?:([qzjxkvw])(?!\1)){4}/i;
const KEPT = /^(?:bearer|basic|token) /i;

// The same letters each time, so that a failure can be reproduced.
function letters(count, state) {
  let text = '';
  while (text.length < count) {
    state.seed = (Math.imul(state.seed, 1664525) + 1013904223) >>> 0;
    const letter = ALPHABET[(state.seed >>> 16) % ALPHABET.length];
    if (letter !== text.at(-1)) text += letter;
  }
  return text;
}

function disguise(text, state) {
  const kept = KEPT.exec(text)?.[0] ?? '';
  const rest = text.slice(kept.length).replace(/[\p{L}\p{N}]+/gu, (run) => letters(Math.max(run.length, 8), state));
  return kept + rest;
}

function disguiseDeep(value, state) {
  if (typeof value === 'string') return disguise(value, state);
  if (Array.isArray(value)) return value.map((item) => disguiseDeep(item, state));
  if (value === null || typeof value !== 'object') return value;
  return mapMembers(value, (inner) => disguiseDeep(inner, state));
}

// "pk" and "tk" name the environment and are not secret.
function disguiseKey(key, state) {
  const prefix = /^(?:pk|tk)/.exec(key)?.[0] ?? '';
  return prefix + disguise(key.slice(prefix.length), state);
}

/** The case's call with every secret replaced; the key stays known or unknown as it was. */
export function disguised(call) {
  const state = { seed: 7 };
  if (call.form) return { ...call, authObject: disguiseDeep(call.authObject, state) };
  const keys = new Map();
  const key = (text) => {
    if (!keys.has(text)) keys.set(text, disguiseKey(text, state));
    return keys.get(text);
  };
  const headers = mapMembers(call.headers, (value, name) => (name.toLowerCase() === 'x-api-key' ? key(value) : value));
  const body = mapMembers(call.body, (value, name) => (name === 'auth_object' ? disguiseDeep(value, state) : value));
  const context = call.context.apiKeys ? { ...call.context, apiKeys: call.context.apiKeys.map(key) } : call.context;
  return { ...call, headers, body, context };
}

/** The leaked piece in a verdict about a disguised call, or undefined. */
export function leakIn(verdict) {
  return LEAK.exec(JSON.stringify(verdict))?.[0];
}
