/** Inputs that cannot be read, or not to their end. */
import type { RowsReport } from 'auth-object/rows';
import { codeOf, reasonOf } from '../command/file-errors.ts';

/** How the check of one input ended. */
export interface Checked {
  readonly report: RowsReport;
  /** What ended it early, if something did. */
  readonly error?: unknown;
}

/**
 * An input that cannot be read, or not to its end: the others are still checked, then the exit code is 2. The message
 * follows the name of the input. It says what to do, and contains nothing of the input.
 */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}

/** An input that is reliable only up to some byte. The message says why, for example `the checksum is wrong`. */
export class BrokenError extends Error {
  override readonly name = 'BrokenError';
  /** What could not be done. */
  readonly verb: 'read' | 'unpacked';

  constructor(verb: BrokenError['verb'], why: string) {
    super(why);
    this.verb = verb;
  }
}

export type InputError = UnreadableError | BrokenError;

/** What an error of the file system means for an input. */
export function readError(error: unknown): InputError {
  const reason = reasonOf(error);
  return reason === undefined
    ? new BrokenError('read', codeOf(error))
    : new UnreadableError(`cannot be read: ${reason}.`);
}

/** Why an input was not read to its end, as a sentence that follows its name. */
export function inputErrorText(error: InputError, { total, lines }: RowsReport): string {
  const { message } = error;
  if (error instanceof UnreadableError) return message;
  if (total === 0) return `could not be ${error.verb}: ${message}. No row was checked.`;
  return `could be ${error.verb} only up to row ${total} (line ${lines}): ${message}. The rows up to there were checked.`;
}
