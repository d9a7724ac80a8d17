/** Examples of a rule or a hint, from the cases that every test run checks. */
import type { Context } from 'auth-object';
import { resolve } from '../../../pkg-tests/cases-tools/values.mjs';

export interface Example {
  readonly description: string;
  /** The request as pasted text. */
  readonly text: string;
  readonly context: Context;
}

interface Case {
  readonly description: string;
  readonly call?: string;
  readonly request: { readonly headers?: Record<string, string>; readonly body?: unknown; readonly bodyText?: string };
  readonly context?: Context;
  readonly expect: {
    readonly ok: boolean;
    readonly issues?: readonly { readonly code: string }[];
    readonly hints?: readonly { readonly code: string }[];
  };
}

const files = import.meta.glob<{ cases?: readonly Case[] }>('../../../pkg-tests/cases/*.json', {
  eager: true,
  import: 'default',
});
const MAX_EXAMPLES = 8;
const MAX_LENGTH = 2000;
/** Codes about a header. */
const WITH_HEADERS = ['invalid_credentials', 'linked_account_id_required', 'linked_account_not_found', 'mode_mismatch'];

export function ruleExamples(code: string): Example[] {
  const file = Object.entries(files).find(([path]) => path.endsWith(`-${code}.json`))?.[1];
  const cases = file?.cases ?? [];
  const rejected = cases.filter(({ expect }) => expect.issues?.[0]?.code === code);
  return toExamples(
    [...rejected.slice(0, MAX_EXAMPLES - 1), ...cases.filter(({ expect }) => expect.ok).slice(0, 1)],
    code,
  );
}

export function hintExamples(code: string): Example[] {
  const cases = Object.values(files).flatMap(({ cases = [] }) => cases);
  return toExamples(
    cases.filter(({ expect }) => expect.hints?.some((hint) => hint.code === code)),
    code,
  );
}

function toExamples(cases: readonly Case[], code: string): Example[] {
  const examples = cases.filter(
    ({ call, request }) => call !== 'auth_object' && (request.bodyText !== undefined || request.body !== undefined),
  );
  return examples
    .map((one) => ({ description: sentence(one.description), text: textOf(one, code), context: one.context ?? {} }))
    .filter(({ text }) => text.length <= MAX_LENGTH)
    .slice(0, MAX_EXAMPLES);
}

function textOf({ request }: Case, code: string): string {
  const { headers, body, bodyText } = resolve(request) as Case['request'];
  if (bodyText !== undefined) return bodyText;
  return JSON.stringify(WITH_HEADERS.includes(code) ? { headers, body } : body, undefined, 2);
}

function sentence(text: string): string {
  return text.replace(/^./, (first) => first.toUpperCase());
}
