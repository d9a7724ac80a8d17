/** What is found in the rows of a file, and what can be downloaded. */
import type { RowFormat } from 'auth-object/rows';

/** How a file is to be read, if looking at it is not enough. */
export interface ReadAs {
  readonly format?: RowFormat | undefined;
  /** A label of TextDecoder. */
  readonly encoding?: string | undefined;
}

/** Rows with the same cause. */
export interface Cause {
  readonly kind: 'rejected' | 'likely' | 'hint';
  readonly code: string;
  readonly slug: string;
  /** What is wrong and what to do. */
  readonly help: string;
  /** Whether a repair makes the change in some of the rows. */
  readonly isFixable: boolean;
  count: number;
  /** The first lines. */
  readonly lines: readonly number[];
}

export interface Summary {
  readonly total: number;
  readonly accepted: number;
  /** Includes the likely ones. */
  readonly rejected: number;
  /** Rejected, but by a schema that is unconfirmed. */
  readonly likely: number;
  /** Accepted rows with a hint. */
  readonly hinted: number;
  /** The most frequent first. */
  readonly causes: readonly Cause[];
  /** Rejected rows whose cause is not in `causes`, because there are too many. */
  readonly uncaused: number;
  /** What concerns the file rather than a row. */
  readonly notes: readonly string[];
  /** Why the file was not read, or not to its end. */
  readonly stopped?: string | undefined;
  /** Whether it would help to name the format or the encoding. */
  readonly isUnclear: boolean;
  readonly ms: number;
}

export type ExportKind = 'accepted' | 'rejected' | 'repaired';

/** A file to download. */
export interface Exported {
  readonly kind: ExportKind;
  readonly name: string;
  readonly blob: Blob;
  /** Of `repaired`: how many rows were repaired, and how many are still rejected. */
  readonly repaired: number;
  readonly rejected: number;
}
