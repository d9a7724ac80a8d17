// `ok` narrows a verdict, the status narrows its response, and its codes are exact unions.
import {
  checkRequest,
  describe,
  type Hint,
  type HintCode,
  type Issue,
  type Locale,
  type RuleCode,
  type Verdict,
  type Words,
} from 'auth-object';
import type { Equal, True } from './equal.js';

const verdict: Verdict = checkRequest({ headers: { 'x-api-key': 'tk-fake' }, body: '{}' });

// @ts-expect-error only a rejected request has issues
verdict.issues;

if (verdict.ok) {
  const status: 200 = verdict.response.status;
  const success: true = verdict.response.body.success;
  const shape: 'typed' | 'flat' = verdict.shape;
  // @ts-expect-error an accepted request has no issues
  verdict.issues;
  // @ts-expect-error and no certainty
  verdict.certainty;
  // @ts-expect-error another message
  const other: 'Token migrated' = verdict.response.body.message;
  // @ts-expect-error its members are read-only
  verdict.slug = 'changed';
  // @ts-expect-error and its lists
  verdict.hints.push();
  console.log(status, success, shape, other);
} else {
  const first: Issue = verdict.issues[0];
  // @ts-expect-error and its paths
  first.path[0] = 'changed';
  const certainty: 'certain' | 'likely' = verdict.certainty;
  console.log(first.path[0], certainty);
  bodies(verdict.response);
}

function bodies(response: Extract<Verdict, { ok: false }>['response']): void {
  if (response.status === 401) {
    const message: 'Invalid Credentials' = response.body.message;
    const id: string = response.body.request_id;
    console.log(message, id);
  } else if (response.status === 400) {
    const code: 'SERVER_ERROR' | 'INVALID_LINKED_ACCOUNT_ID' = response.body.error_code;
    const type: 'BAD_REQUEST' = response.body.http_error_type;
    console.log(code, type);
  } else if (response.status === 500) {
    const error: 'SERVER_ERROR' = response.body.error;
    const id = 'status_code' in response.body ? response.body.http_error_type : response.body.message;
    console.log(error, id);
    // @ts-expect-error not every 500 has a status_code
    response.body.status_code;
  } else {
    const status: 200 = response.status;
    console.log(status, response.body.error);
    // @ts-expect-error this 200 rejects the request
    response.body.success;
  }
}

/** Every rule once: a new one would be an error here. */
const RULES: Record<RuleCode, number> = {
  invalid_credentials: 1,
  linked_account_id_required: 2,
  invalid_json: 3,
  slug_required: 4,
  custom_app: 5,
  unknown_app: 6,
  linked_account_not_found: 7,
  auth_object_required: 8,
  auth_type: 9,
  invalid_value: 10,
  oauth2_fields: 11,
  keybased_fields: 12,
  verification_failed: 13,
};

export type IssueCode = True<Equal<Issue['code'], RuleCode>>;
export type Noticed = True<Equal<Hint['code'], HintCode>>;

export function rule(issue: Issue): number {
  return RULES[issue.code];
}

/** The parameters of each reason. Before `reason` is known, an issue has only the common members. */
export function words(issue: Issue): string {
  const help: string = issue.help;
  const certainty: 'certain' | 'likely' = issue.certainty;
  // @ts-expect-error not every reason has a label
  issue.label;
  switch (issue.reason) {
    case 'missing':
    case 'blank':
      return `${issue.field} ${issue.label}`;
    case 'incomplete_set': {
      const [first] = issue.lacking;
      return `${issue.app} ${first === undefined ? '' : issue.labels[first]} ${issue.sets.length} ${issue.closest[0]}`;
    }
    case 'unknown_field': {
      const typedOnly: true | undefined = issue.typedOnly;
      return `${issue.key} ${issue.suggestion ?? issue.permitted[0]} ${typedOnly} ${issue.otherAuthType}`;
    }
    case 'wrong_type': {
      const expected: 'string' | 'object' = issue.expected;
      return `${expected} ${issue.actual}`;
    }
    case 'unknown_auth_type':
      return `${issue.key} ${issue.suggestion}`;
    case 'several_auth_types':
    case 'no_auth_type':
      return issue.permitted.join();
    case 'unknown_app':
      return `${issue.slug} ${issue.app} ${issue.suggestion}`;
    case 'not_json': {
      const line: number | undefined = issue.line;
      return `${issue.what} ${line} ${issue.column}`;
    }
    case 'not_object':
      return issue.actual;
    case 'not_serialisable': {
      const what: 'cycle' | 'bigint' | 'threw' | 'too_deep' = issue.what;
      return what;
    }
    case 'too_large': {
      const what: 'request_bytes' | 'nesting' | 'keys' | 'cells' = issue.what;
      return `${what} ${issue.limit}`;
    }
    case 'unknown_key':
    case 'unknown_account':
    case 'custom_app':
    case 'verification':
      // @ts-expect-error these have no parameters
      issue.field;
      return `${help} ${certainty}`;
    default: {
      const never: never = issue;
      return never;
    }
  }
}

/** A page in another language: complete by type. */
const greek: Partial<Words> = {
  missing: ({ label }) => label,
  unknown_field: ({ key, permitted }) => `${key} ${permitted.join()}`,
  several_auth_types: ({ permitted }) => permitted.join(),
  unknown_key: ({ code }) => code,
  quoted: ({ variant, path }) => `${variant} ${path[0]}`,
};

export function described(issue: Issue, hint: Hint): string[] {
  // @ts-expect-error an unknown locale
  describe(issue, { locale: 'fr' });
  // @ts-expect-error an unknown reason
  describe(issue, { words: { mising: () => '' } });
  // @ts-expect-error this reason has no label
  describe(issue, { words: { unknown_app: ({ label }) => label } });
  // @ts-expect-error not all words
  const all: Words = greek;
  const locale: Locale = 'de';
  return [describe(issue), describe(hint, { locale }), describe(issue, { words: greek }), String(all)];
}

export function isTypo(hint: Hint): boolean {
  // @ts-expect-error an unknown hint
  return hint.code === 'near_mis_key';
}
