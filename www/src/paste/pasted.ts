/** What was pasted: a request, rows, nothing, or something that cannot be read. */
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
  /** Absent if only a body was pasted: then headers are not checked. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A slug outside of the body, as a path parameter. */
  readonly slug?: string | undefined;
  /** The body as JSON text. */
  readonly body: string;
  /** Paths of values that are variables, so that they cannot be checked. */
  readonly unknown: readonly Path[];
  /** The source of each unknown value, by its substitute in the body and the headers. */
  readonly expressions?: ReadonlyMap<string, string> | undefined;
  /** What the user should know about how the paste was read. */
  readonly notes: readonly string[];
  /** Finds the value at a path. A missing member has the place of the object that should contain it. */
  readonly locate: (path: Path) => Span | undefined;
  /** The pasted text with another body; `undefined` if the place of the body is unknown. */
  readonly replaceBody: (body: string) => string | undefined;
  /** The offset in the pasted text of an offset in the body, both in UTF-16 code units. */
  readonly locateOffset: (offset: number) => number | undefined;
}

/** NDJSON, a JSON array or CSV, which are checked like a file. */
export interface PastedRows {
  readonly kind: 'rows';
}

export interface PastedNothing {
  readonly kind: 'nothing';
}

/** A command or call that cannot be read. */
export interface UnreadablePaste {
  readonly kind: 'unreadable';
  readonly format: RequestFormat;
  readonly message: string;
  readonly at?: Span | undefined;
}

export type Pasted = PastedRequest | PastedRows | PastedNothing | UnreadablePaste;
