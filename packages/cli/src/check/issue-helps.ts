/** What to do about a rejected row, in as few sentences as possible. */
import type { RowIssue } from 'auth-object/rows';
import { issueHelp } from './command-help.ts';

/** How many unknown keys of a row are named. */
const MOST_KEYS = 12;

type UnknownField = Extract<RowIssue, { readonly reason: 'unknown_field' }>;
type Missing = Extract<RowIssue, { readonly reason: 'missing' }>;

/** The help texts of issues, one for all missing fields and one for all keys that have to go. */
export function issueHelps(issues: readonly RowIssue[]): string[] {
  const unknown = issues.filter(mustGo);
  const missing = issues.filter(isMissingField);
  const helps = issues.flatMap((issue) => {
    if (isMissingField(issue)) return issue === missing[0] ? [missingHelp(missing)] : [];
    if (mustGo(issue)) return issue === unknown[0] ? [unknownHelp(unknown)] : [];
    // The type of a value does not matter if its key is unknown.
    const isUnknown = issues.some((other) => other !== issue && isUnknownField(other) && isSamePath(other, issue));
    return isUnknown ? [] : [issueHelp(issue)];
  });
  return [...new Set(helps)];
}

/** The key is no field under any name. */
function mustGo(issue: RowIssue): issue is UnknownField {
  return (
    isUnknownField(issue) &&
    issue.suggestion === undefined &&
    issue.otherAuthType === undefined &&
    issue.typedOnly !== true
  );
}

function isUnknownField(issue: RowIssue): issue is UnknownField {
  return issue.reason === 'unknown_field';
}

function isMissingField(issue: RowIssue): issue is Missing {
  return issue.reason === 'missing' && issue.path.length > 1;
}

function isSamePath(a: RowIssue, b: RowIssue): boolean {
  return a.path.length === b.path.length && a.path.every((key, index) => key === b.path[index]);
}

function missingHelp(missing: readonly Missing[]): string {
  return `Enter the ${listed(missing.map(({ label }) => label))}.`;
}

function unknownHelp(unknown: readonly UnknownField[]): string {
  const [first] = unknown as [UnknownField];
  if (unknown.length === 1) return issueHelp(first);
  const more = unknown.length - MOST_KEYS;
  const keys = unknown.slice(0, MOST_KEYS).map(({ key }) => `"${key}"`);
  const names = listed(more > 0 ? [...keys, `${more} more`] : keys);
  const { app, authType, permitted } = first;
  return `${app} (${authType}) has no fields ${names}. Remove them. Allowed fields: ${permitted.join(', ')}.`;
}

/** `a`, `a and b`, `a, b and c` */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
