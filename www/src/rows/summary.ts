/** The result of checking a file, and the files to download. */
import type { RowFormat } from 'auth-object/rows';

/** How to read a file, if the user has chosen it. */
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
  /** Rejected according to an unconfirmed schema or for an unknown app. */
  readonly likely: number;
  /** Accepted rows with a hint. */
  readonly hinted: number;
  /** The most frequent first. */
  readonly causes: readonly Cause[];
  /** Rejected rows whose cause is not in `causes`, because there are too many. */
  readonly uncaused: number;
  /** About the file as a whole. */
  readonly notes: readonly string[];
  /** Why the file was not read completely. */
  readonly stopped?: string | undefined;
  /** Whether choosing the format or the encoding may help. */
  readonly isUnclear: boolean;
  readonly ms: number;
}

export type ExportKind = 'accepted' | 'rejected' | 'repaired';

/** A file to download. */
export interface Exported {
  readonly kind: ExportKind;
  readonly name: string;
  readonly blob: Blob;
  /** How many rows `repaired` changed, and how many are still rejected. */
  readonly repaired: number;
  readonly rejected: number;
}
