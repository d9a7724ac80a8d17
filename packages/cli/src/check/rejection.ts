/** A rejected row, as reports list it. It contains no credential value. */
import type { Path } from 'auth-object';
import type { RejectedRow, RowCode, RowIssue } from 'auth-object/rows';
import { redactName } from '../command/redact.ts';
import { issueHelp } from './command-help.ts';

/** What is wrong with a row. Rows with the same issues share it. */
export interface Cause {
  /** Cut and escaped if it is unknown; redacted if it looks like a secret. */
  readonly slug: string | undefined;
  /** The rule that fails first, or why the row cannot be read. */
  readonly code: RowCode;
  /** The endpoint's text. */
  readonly message: string;
  /** Where in the row. */
  readonly path: Path;
  /** What is wrong, and what to do. */
  readonly help: string;
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
}

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
  return { file, line: row.line, linkedAccountId: row.linked_account_id, cause: known.cause };
}

function causeOf({ slug: name, certainty, issues: [first, ...more] }: RejectedRow): Cause {
  const slug = name === undefined ? undefined : redactName(name);
  return {
    slug,
    ...partsOf(first, slug),
    suggestion: 'suggestion' in first ? first.suggestion : undefined,
    certainty,
    others: more.map((issue) => partsOf(issue, slug)),
  };
}

function partsOf(issue: RowIssue, slug: string | undefined) {
  const { code, path, message } = issue;
  // The endpoint's message contains the slug without redaction.
  const text = code === 'unknown_app' && slug !== undefined ? UNKNOWN_APP + slug : message;
  return { code, path, message: text, help: issueHelp(issue) };
}
