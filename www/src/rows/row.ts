/** A row of a file, and what is found in many. */
import type { CsvHeader } from '../../../npm/src/cli/check/read/csv-header.ts';

export interface Row {
  /** In which it begins, from 1. */
  readonly line: number;
  /** Its request as JSON in one line; empty if it has a fault. */
  readonly text: string;
  /** As it stands in the file. */
  readonly source: string;
  /** What is wrong with a CSV row that cannot be read. */
  readonly fault?: string;
}

export interface CsvSheet {
  readonly header: CsvHeader;
  readonly headerText: string;
  readonly delimiter: string;
}

/** Rows with the same cause. */
export interface Cause {
  readonly kind: 'rejected' | 'likely' | 'hint';
  readonly code: string;
  readonly slug: string;
  /** In plain words. */
  readonly help: string;
  /** The endpoint's words; absent for hints. */
  readonly message?: string;
  readonly isFixable: boolean;
  count: number;
  /** The first lines. */
  readonly lines: number[];
}

export interface Summary {
  readonly format: string;
  readonly total: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly likely: number;
  readonly hinted: number;
  readonly fixable: boolean;
  /** The most frequent first. */
  readonly causes: readonly Cause[];
  readonly ms: number;
}

export type ExportKind = 'accepted' | 'rejected' | 'repaired';
