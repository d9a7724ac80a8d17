/** What was pasted, read: one request, or rows of many. */
import type { Path } from 'auth-object';

export type RequestFormat = 'json' | 'curl' | 'fetch' | 'axios' | 'client';

/** A place in the pasted text, in UTF-16 code units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface PastedRequest {
  readonly kind: 'request';
  readonly format: RequestFormat;
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Absent if only a body was pasted: then nothing is said about headers. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A slug beside the body: a path parameter. */
  readonly slug?: string | undefined;
  /** The body as JSON text. */
  readonly body: string;
  /** Paths of values that are variables: unknown here, so nothing is said about them. */
  readonly unknown: readonly Path[];
  /** What the reader of the page should know about how the paste was read. */
  readonly notes: readonly string[];
  /** Where the value at a path stands. A missing member has the place of what should hold it. */
  readonly locate: (path: Path) => Span | undefined;
  /** Where a character of the body stands, counted in UTF-16 code units of the body. */
  readonly locateOffset: (offset: number) => number | undefined;
}

/** NDJSON, a JSON array or CSV: checked as a file is. */
export interface PastedRows {
  readonly kind: 'rows';
}

export interface PastedNothing {
  readonly kind: 'nothing';
}

/** A command or call that cannot be read. */
export interface PastedFault {
  readonly kind: 'fault';
  readonly format: RequestFormat;
  readonly message: string;
  readonly at?: Span | undefined;
}

export type Pasted = PastedRequest | PastedRows | PastedNothing | PastedFault;
