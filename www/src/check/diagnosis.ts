/** The problems of a pasted request, as the page displays them. */
import { printable } from '@auth-object/reference';
import { type Context, checkRequest, type Hint, type Issue, type Path, type Verdict } from 'auth-object';
import type { PastedRequest, Span } from '../paste/pasted.ts';
import { ownKeys } from './redacted-keys.ts';

/** `error`: certainly rejected; `warning`: likely rejected; `hint`: accepted, but it may not work. */
export type Severity = 'error' | 'warning' | 'hint';

export interface Problem {
  readonly severity: Severity;
  /** What is wrong and what to do. */
  readonly text: string;
  readonly code: string;
  readonly path: Path;
  readonly span?: Span | undefined;
  /** Counted from 1. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** The hint whose fix removes the problem. */
  readonly fix?: Hint | undefined;
  /** Whether the endpoint answers with this rule. */
  readonly isAnswer: boolean;
}

export interface Diagnosis {
  readonly verdict: Verdict;
  /** The first ones. */
  readonly problems: readonly Problem[];
  /** How many problems are not in `problems`. */
  readonly more: number;
  /** The answer's body, as the endpoint prints it. */
  readonly answer: string;
  /** Whether headers were part of the paste. */
  readonly hasHeaders: boolean;
  readonly notes: readonly string[];
  readonly fixes: readonly Hint[];
}

/** More than anybody reads, and each one has to be found in the text. */
const MAX_PROBLEMS = 100;
/** Placeholder headers, for a body that was pasted without any. */
const NO_HEADERS = { 'x-api-key': 'not-pasted', linked_account_id: 'not-pasted' };
/** Anything else may be a secret in the wrong place. */
const METHOD = /^[a-z]{1,10}$/i;
const PATH = '/api/v2/public/migrate-token';

/** @param source - The pasted text, for lines and columns. */
export function diagnose(pasted: PastedRequest, source: string, context: Context = {}): Diagnosis {
  const { headers, slug, body } = pasted;
  const request = { headers: headers ?? NO_HEADERS, body, ...(slug !== undefined && { slug }) };
  const verdict = checkRequest(request, context);
  const hints = verdict.hints.filter(({ path }) => !pasted.unknown.some((unknown) => startsWith(path, unknown)));
  const issues = verdict.ok ? [] : verdict.issues;
  const hintByPath = new Map([...hints].reverse().map((hint) => [keyOf(hint.path), hint]));
  const issuePaths = new Set(issues.map(({ path }) => keyOf(path)));
  const others = hints.filter(({ path }) => !issuePaths.has(keyOf(path)));
  const shown = issues.slice(0, MAX_PROBLEMS);
  const withOwnKeys = ownKeys(body);
  const located = { ...pasted, locate: (path: Path) => pasted.locate(withOwnKeys(path)) };
  const problems = [
    ...shown.map((issue, index) => ofIssue(issue, index === 0, hintByPath.get(keyOf(issue.path)), located, source)),
    ...others.slice(0, MAX_PROBLEMS - shown.length).map((hint) => ofHint(hint, located, source)),
  ];
  return {
    verdict,
    problems,
    more: issues.length + others.length - problems.length,
    // The endpoint's message can repeat an unknown slug.
    answer: printable(JSON.stringify(verdict.response.body)),
    hasHeaders: headers !== undefined,
    notes: [...pasted.notes, ...addressNotes(pasted)],
    fixes: hints.filter(({ fix }) => fix !== undefined && fix.length > 0),
  };
}

function ofIssue(
  issue: Issue,
  isAnswer: boolean,
  hint: Hint | undefined,
  pasted: PastedRequest,
  source: string,
): Problem {
  return {
    severity: issue.certainty === 'certain' ? 'error' : 'warning',
    text: issue.help,
    code: issue.code,
    path: issue.path,
    fix: hint?.fix?.length ? hint : undefined,
    isAnswer,
    ...place(issue.path, pasted, source, issue),
  };
}

function ofHint(hint: Hint, pasted: PastedRequest, source: string): Problem {
  return {
    severity: 'hint',
    text: hint.help,
    code: hint.code,
    path: hint.path,
    fix: hint.fix?.length ? hint : undefined,
    isAnswer: false,
    ...place(hint.path, pasted, source),
  };
}

function place(
  path: Path,
  pasted: PastedRequest,
  source: string,
  issue?: Issue,
): Pick<Problem, 'span' | 'line' | 'column'> {
  const span = issue?.reason === 'not_json' ? syntaxErrorPlace(issue, pasted) : pasted.locate(path);
  return span === undefined ? {} : { span, ...lineAndColumn(source, span.from) };
}

/** The issue has the line and column within the body. */
function syntaxErrorPlace(issue: Extract<Issue, { reason: 'not_json' }>, pasted: PastedRequest): Span | undefined {
  const { line = 1, column = 1 } = issue;
  let offset = 0;
  for (let passed = 1; passed < line; passed++) offset = pasted.body.indexOf('\n', offset) + 1;
  const at = pasted.locateOffset(offset + column - 1);
  return at === undefined ? undefined : { from: at, to: at + 1 };
}

export function lineAndColumn(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}

/** Problems of the method and the address, which no rule checks. */
function addressNotes({ method, url, format }: PastedRequest): string[] {
  if (format === 'json' || format === 'client') return [];
  const notes: string[] = [];
  if (method !== undefined && method.toUpperCase() !== 'PUT')
    notes.push(
      `The endpoint expects PUT. This request uses ${METHOD.test(method) ? method.toUpperCase() : 'another method'}.`,
    );
  if (url !== undefined && !url.includes(PATH)) notes.push(`The endpoint's path is ${PATH}.`);
  return notes;
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((key, index) => path[index] === key);
}
