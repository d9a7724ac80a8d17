/** A refused row, as reports tell it. Nothing in it is a value of an auth_object. */
import { checkRequest } from '../../api.js';
import type { RowFailure } from '../../types/batch.js';
import type { Hint, Issue, Path, RejectedVerdict } from '../../types/verdict.js';
import type { Fault } from './read/block.js';
import type { JudgeOptions } from './settings.js';
import { shownName } from './shown-name.js';

/** What is known of a failure beyond its text. */
export interface Detail {
  /** What is wrong, and what to do. */
  readonly help?: string | undefined;
  /** A name of the catalogue that was probably meant. */
  readonly suggestion?: string | undefined;
  readonly certainty: 'certain' | 'likely';
  /** The other failures of the row. */
  readonly others: readonly Pick<Issue, 'code' | 'path' | 'message' | 'help'>[];
}

/** A row that the endpoint would refuse, or that is none. */
export interface Refusal {
  /** As it was named; `-` is standard input. */
  readonly file: string;
  /** In which the row begins, from 1. */
  readonly line: number;
  readonly slug?: string | undefined;
  readonly linkedAccountId?: string | undefined;
  /** The rule that answers, or `invalid_csv`. */
  readonly code: string;
  /** The endpoint's text. */
  readonly message: string;
  /** Where in the row. */
  readonly path: Path;
  /** Judges the row anew for more; only good until the next rows are read. */
  readonly detail: () => Detail;
}

interface Place {
  readonly file: string;
  readonly line: number;
}

/** The refusal of a row that the judge refused. */
export function refusalOf(
  { file, line }: Place,
  failure: RowFailure,
  row: () => Uint8Array,
  isVerbatim: boolean,
  options: JudgeOptions,
): Refusal {
  const slug = failure.slug === undefined ? undefined : shownName(failure.slug);
  // The slug stands in the text, and could be a secret in the wrong column.
  const isHidden = slug !== failure.slug;
  return {
    file,
    line,
    slug,
    linkedAccountId: failure.linked_account_id,
    code: failure.code,
    message: isHidden ? failure.message.replaceAll(failure.slug as string, () => slug as string) : failure.message,
    path: failure.path,
    detail: () => detailOf(failure, row(), isVerbatim, options),
  };
}

/** The refusal of a row that its reader refused. */
export function faultRefusal({ file, line }: Place, { code, message, help }: Fault): Refusal {
  return { file, line, code, message, path: ['body'], detail: () => ({ help, certainty: 'certain', others: [] }) };
}

/** Judges the row as a request: rule 1 and 2 are not asked of a row, so its headers are such as pass. */
function detailOf(failure: RowFailure, row: Uint8Array, isVerbatim: boolean, options: JudgeOptions): Detail {
  const headers = { 'x-api-key': 'row', linked_account_id: failure.linked_account_id ?? 'row' };
  const { linkedAccounts: _, ...rest } = options;
  const known = failure.code === 'linked_account_not_found' ? { linkedAccounts: [] } : {};
  const verdict = checkRequest({ headers, body: row }, { ...rest, ...known, hints: false }) as RejectedVerdict;
  const where = JSON.stringify(failure.path);
  const isAccount = failure.code === 'linked_account_not_found';
  const isIt = (issue: Issue) => issue.code === failure.code && (isAccount || JSON.stringify(issue.path) === where);
  const issue = verdict.issues.find(isIt);
  return {
    help: issue && helpOf(issue, isVerbatim),
    suggestion: issue !== undefined && 'suggestion' in issue ? issue.suggestion : undefined,
    certainty: verdict.certainty,
    others: verdict.issues
      .filter((other) => other !== issue)
      .map((other) => ({
        ...{ code: other.code, path: other.path, message: other.message },
        help: helpOf(other, isVerbatim),
      })),
  };
}

/** The help for a row. The row was checked alone, so its place in the text counts from the beginning of the row. */
export function helpOf({ help }: Issue | Hint, isVerbatim: boolean): string {
  const place = isVerbatim ? ' (character $1 of the row)' : '';
  // A library's function is of no use here.
  return help.replace(/ \(line \d+, column (\d+)\)$/, place).replace(' or registerApp', '');
}
