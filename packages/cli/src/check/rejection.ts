/** A rejected row, as reports list it. It contains no credential value. */
import type { Hint, Path } from 'auth-object';
import type { RejectedRow, RowCode, RowIssue } from 'auth-object/rows';
import { hintHelp, issueHelp } from './command-help.ts';
import { issueHelps } from './issue-helps.ts';

/** What is wrong with a row. Rows with the same issues share it. */
export interface Cause {
  /** Cut; hidden if it is unknown and looks like a secret. Reports make it printable. */
  readonly slug: string | undefined;
  /** The rule that fails first, or why the row cannot be read. */
  readonly code: RowCode;
  /** Why it fails. */
  readonly reason: RowIssue['reason'];
  /** The endpoint's text. */
  readonly message: string;
  /** Where in the row. */
  readonly path: Path;
  /** What is wrong, and what to do. */
  readonly help: string;
  /** The same for all failures of the row. */
  readonly helps: readonly string[];
  /** What the failures suggest, each for a place: a hint may suggest the same. */
  readonly suggestions: ReadonlySet<string>;
  /** The fields of the auth_object that fail in this way. */
  readonly fields: readonly string[];
  /** The closest name of the catalogue. */
  readonly suggestion?: string | undefined;
  readonly certainty: 'certain' | 'likely';
  /** The other failures of the row. */
  readonly others: readonly { code: RowCode; path: Path; message: string; help: string }[];
}

/** A row that the endpoint would reject, or that cannot be read. */
export interface Rejection {
  /** The name as it was typed; `-` is standard input. */
  readonly file: string;
  /** In which the row begins, from 1. */
  readonly line: number;
  readonly linkedAccountId: string | undefined;
  readonly cause: Cause;
  readonly hints: readonly Hint[];
}

/** No app has a longer slug; that of an unknown app may be as long as the row. */
const MOST_CHARACTERS = 100;
const UNKNOWN_APP = 'Schema not found for integration type: ';

/** By the issues, which rows share; with the slug of the row. */
const causes = new WeakMap<readonly RowIssue[], { readonly slug: string | undefined; readonly cause: Cause }>();

/** The rejection of a row. */
export function rejectionOf(file: string, row: RejectedRow): Rejection {
  let known = causes.get(row.issues);
  if (known === undefined || known.slug !== row.slug) {
    known = { slug: row.slug, cause: causeOf(row) };
    causes.set(row.issues, known);
  }
  return { file, line: row.line, linkedAccountId: row.linked_account_id, cause: known.cause, hints: row.hints };
}

/** What to do about a row, by its failures and its hints. A hint about the place of a failure explains more. Never empty. */
export function helpsOf({ cause, hints }: Rejection): readonly string[] {
  if (hints.length === 0) return cause.helps;
  const more = hints.filter((hint) => hint.suggestion === undefined || !cause.suggestions.has(suggestionOf(hint)));
  const explains = ({ path }: Hint) => [cause, ...cause.others].some((failure) => isWithin(failure.path, path));
  const [first, last] = [more.filter(explains), more.filter((hint) => !explains(hint))];
  return [...new Set([...first.map(hintHelp), ...cause.helps, ...last.map(hintHelp)])];
}

function isWithin(path: Path, outer: Path): boolean {
  return outer.every((key, index) => key === path[index]);
}

function causeOf({ slug: name, certainty, issues }: RejectedRow): Cause {
  const [first, ...more] = issues;
  const slug = name === undefined ? undefined : cut(name);
  const isSame = ({ code, reason, path }: RowIssue) =>
    code === first.code && reason === first.reason && path[0] === 'auth_object' && path.length > 1;
  return {
    slug,
    reason: first.reason,
    ...partsOf(first, slug),
    helps: issueHelps(issues),
    suggestions: new Set(issues.map(suggestionOf)),
    fields: issues.filter(isSame).map(({ path }) => String(path.at(-1))),
    suggestion: 'suggestion' in first ? first.suggestion : undefined,
    certainty,
    others: more.map((issue) => partsOf(issue, slug)),
  };
}

function cut(slug: string): string {
  return slug.length <= MOST_CHARACTERS ? slug : `${slug.slice(0, MOST_CHARACTERS)}…`;
}

function suggestionOf({ path, suggestion }: { readonly path: Path; readonly suggestion?: string }): string {
  return JSON.stringify([path, suggestion]);
}

function partsOf(issue: RowIssue, slug: string | undefined) {
  const { code, path, message } = issue;
  // The endpoint's message contains the whole slug.
  const text = code === 'unknown_app' && slug !== undefined ? UNKNOWN_APP + slug : message;
  return { code, path, message: text, help: issueHelp(issue) };
}
