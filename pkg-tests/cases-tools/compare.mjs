// Compares a verdict with a case's expectation, and with the invariants of all verdicts. Runs anywhere.
import { canonical, resolve } from './values.mjs';

/** Where the wording of each rule's message comes from (docs/rules). */
const MESSAGE_BASIS = {
  invalid_credentials: 'documented',
  linked_account_id_required: 'sibling',
  invalid_json: 'inferred',
  slug_required: 'sibling',
  custom_app: 'documented',
  unknown_app: 'sibling',
  linked_account_not_found: 'documented',
  auth_object_required: 'inferred',
  auth_type: 'inferred',
  invalid_value: 'documented',
  oauth2_fields: 'documented',
  keybased_fields: 'documented',
  verification_failed: 'documented',
};

/** All reasons. */
const REASONS = new Set([
  'missing',
  'incomplete_set',
  'unknown_field',
  'blank',
  'wrong_type',
  'unknown_auth_type',
  'several_auth_types',
  'no_auth_type',
  'unknown_app',
  'not_json',
  'not_object',
  'unknown_key',
  'unknown_account',
  'custom_app',
  'not_serialisable',
  'too_large',
  'verification',
]);

/** A line for each difference. */
export function compare(expect, verdict) {
  const differences = [];
  const same = (what, wanted, found) => {
    if (wanted !== undefined && canonical(wanted) !== canonical(found)) {
      differences.push(`${what}: expected ${canonical(wanted)}, found ${canonical(found)}`);
    }
  };
  const issues = verdict.issues ?? [];
  same('ok', expect.ok, verdict.ok);
  same('certainty', expect.certainty, verdict.certainty);
  same('status', expect.status, verdict.response?.status);
  same('body', expect.body, JSON.stringify(verdict.response?.body));
  for (const name of ['shape', 'authType', 'basis', 'unchecked']) same(name, expect[name], verdict[name]);
  same(
    'issues',
    expect.issues.map(({ code, path }) => ({ code, path })),
    issues.map(({ code, path }) => ({ code, path })),
  );
  for (const [index, wanted] of expect.issues.entries()) {
    for (const name of Object.keys(wanted)) same(`issues[${index}].${name}`, wanted[name], issues[index]?.[name]);
  }
  if (expect.hints) same('hints', hintTexts(resolve(expect.hints)), hintTexts(verdict.hints ?? []));
  differences.push(...broken(verdict, issues));
  return differences;
}

const hintTexts = (hints) => hints.map(({ code, path, fix = [] }) => canonical({ code, path, fix })).sort();

/** The broken invariants of all verdicts. */
function broken(verdict, issues) {
  const lines = [];
  const must = (kept, what) => kept || lines.push(what);
  must(verdict.ok === (issues.length === 0), 'ok and issues disagree');
  must(verdict.ok === (verdict.certainty === undefined), 'rejected requests have a certainty, accepted ones have none');
  must(Array.isArray(verdict.hints) && Array.isArray(verdict.unchecked), 'hints and unchecked are always there');
  for (const { code, path, message, basis, reason, help, certainty } of issues) {
    must(Array.isArray(path) && path.length > 0, `${code}: an empty path`);
    must(typeof message === 'string' && message !== '', `${code}: no message`);
    must(basis === MESSAGE_BASIS[code], `${code}: the message's basis is ${basis}`);
    must(REASONS.has(reason), `${code}: the reason is ${reason}`);
    must(typeof help === 'string' && help !== '', `${code}: no help`);
    must(certainty === 'certain' || certainty === 'likely', `${code}: the certainty is ${certainty}`);
  }
  const places = new Set();
  for (const { code, path, help } of verdict.hints ?? []) {
    must(!places.has(canonical(path)), `${code}: a second hint at ${path.join('.')}`);
    places.add(canonical(path));
    must(Array.isArray(path) && path.length > 0, `${code}: an empty path`);
    must(typeof help === 'string' && help !== '', `${code}: no help`);
  }
  const answer = verdict.response?.body ?? {};
  if (issues.length > 0)
    must(issues[0].message === (answer.message ?? answer.error), "the first issue's message is not the answer's");
  return lines;
}
