/** The exports of crates/wasm, through the glue that wasm-bindgen generates. */

import type { App, AppSummary, AuthStructure, Basis, InputField, JsonSchema } from '../catalog/app.ts';
import type { RowsReport } from '../rows/report.ts';
import type { RejectedRow } from '../rows/row.ts';
import type { RowFormat } from '../rows/rows-options.ts';
import type { Hint } from '../verdict/hint.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Answer } from './answer.ts';

/** The caller's sets of names, for the instance. */
export interface InstanceLookups {
  has(kind: number, name: string): boolean;
}

/** Flags, the time, the limits, and the lengths in bytes of the strings in the input buffer, in their order. */
type Head = [
  flags: number,
  nowSeconds: number,
  requestBytes: number,
  nesting: number,
  keys: number,
  apiKey: number,
  linkedAccountId: number,
  slug: number,
  reason: number,
  requestId: number,
];

/** The rules by which the fast path accepts a request to an app. */
export interface Acceptance {
  /** The number of the app, for `isPlain`. An auth type and a field have their index as a number. */
  readonly app: number;
  readonly authTypes: readonly AcceptedType[];
}

/** An auth type. Bit `i` of a mask is `fields[i]`. */
export interface AcceptedType {
  readonly name: string;
  readonly basis: Basis;
  readonly required: number;
  /** Sets of fields of which one must be complete, if there are any. */
  readonly sets: readonly number[];
  /** `ask`: an ordinary value may raise a hint, so that the instance must check it. `client`: not allowed in a flat auth_object. */
  readonly fields: readonly { readonly name: string; readonly ask: boolean; readonly client: boolean }[];
  /** The index of the access token, if one without a refresh token may raise a hint. */
  readonly accessToken?: number;
  readonly refreshToken?: number;
}

/** The starts and ends of values that are not ordinary. */
export interface Ordinary {
  /** Case-sensitive. */
  readonly prefixes: readonly string[];
  /** Case-insensitive, in lower case. */
  readonly starts: readonly string[];
  readonly ends: readonly string[];
}

/** The messages for accepted requests. The slug goes between the two strings. */
export interface Accepted {
  readonly typed: string;
  readonly created: readonly [string, string];
  readonly updated: readonly [string, string];
}

/** The functions of both modules. A `length` is the number of bytes of the string at the start of the input buffer. */
export interface Glue {
  /** Starts an instance unless one is running. Returns its exports. */
  initSync(options?: { readonly module: WebAssembly.Module }): { readonly memory: WebAssembly.Memory };
  /** Starts a new instance. */
  reset(): void;
  /** Makes room in the input buffer. Returns its address, or 0 if there is not enough memory. */
  reserve(bytes: number): number;
  check(...head: [...Head, body: number, lookups: InstanceLookups | undefined, answer: Answer<Verdict>]): void;
  checkUnserialisable(
    ...head: [...Head, what: number, path: string[], lookups: InstanceLookups | undefined, answer: Answer<Verdict>]
  ): void;
  acceptance(length: number): Acceptance | undefined;
  ordinary(): Ordinary;
  accepted(): Accepted;
  /** Whether no hint can apply to a value of a field. */
  isPlain(app: number, authType: number, field: number, length: number): boolean;
  /** Whether an access token does not expire, so that it needs no refresh token. */
  isLasting(length: number): boolean;
  edit(kind: number, length: number): string | undefined;
  redactKey(length: number): string;
  redactSlug(length: number): string;
  redactId(length: number): string;
  apps(): AppSummary[];
  /** This and the next three have Maps where their types have records; see catalog/maps-to-objects.ts. */
  app(slug: string): App | undefined;
  authStructure(slug: string): AuthStructure | undefined;
  inputFields(slug: string, authType: string): InputField[] | undefined;
  jsonSchema(slug: string, authType?: string): JsonSchema | undefined;
  /** Returns why the structure is rejected, if it is. */
  registerApp(slug: string, structure: string, apps: number, appBytes: number): string | undefined;
}

/** Repairs rows for the instance. */
export interface Editor {
  /** Called with the JSON of a request that has a hint with a fix. Returns the repaired request; never throws. */
  edit(text: string): string | undefined;
}

/** The listed rows of a chunk of a file, and the state of the file. */
export interface ChunkResult {
  /**
   * Eight numbers per row: line, start, end, length of the line end; then, or -1: the indexes of its rejection, hints and
   * account in the tables, and the number of the editor's call that repaired it, counted from 0 in the whole file. -2 is a mapped row.
   */
  readonly numbers: Float64Array;
  /** JSON of {@link Tables}. */
  readonly tables: string;
  /** JSON of {@link FileState}. */
  readonly state: string;
}

/** The state of a file after a chunk. */
export interface FileState {
  readonly format?: RowFormat;
  readonly headerBytes: number;
  readonly delimiter?: string;
  readonly isUnreadable: boolean;
  /** Whether more listed rows of the chunk follow. */
  readonly hasMore: boolean;
  /** The rows so far, listed or not. */
  readonly total: number;
}

/** The state of a file before its first chunk. */
export const EMPTY_FILE: FileState = { headerBytes: 0, isUnreadable: false, hasMore: false, total: 0 };

/** The tables to which the numbers of rows refer. */
export interface Tables {
  readonly rejections: readonly (Pick<RejectedRow, 'certainty' | 'issues'> & { readonly slug?: string })[];
  readonly hinted: readonly { readonly slug?: string; readonly hints: readonly Hint[] }[];
  readonly accounts: readonly string[];
  /** The repaired and the mapped rows in order, in the format of the file. */
  readonly texts: readonly string[];
}

/** The result of a file. */
export interface EndResult {
  /** JSON of a {@link RowsReport}. */
  readonly report: string;
  /** Only for segments: three numbers per row with an account, the two halves of a hash of account and app, and the line. */
  readonly seen?: Uint32Array;
}

/** Checks the rows of a file. Its methods read the input buffer. */
export interface Rows {
  /**
   * The input has sources and targets in turn, then targets and values, each after a zero byte. `map` is the length in
   * bytes of the first part. Returns what is wrong with them: a code, a space, what to do.
   */
  map(length: number, map: number): string | undefined;
  /** Answers with a batch of the rows. While there are more, it must be called with the length 0. */
  push(length: number, answer: Answer<ChunkResult>): void;
  /** Reads the last row. Answers as `push`; while there are more rows, it must be called again. */
  last(answer: Answer<ChunkResult>): void;
  end(answer: Answer<EndResult>): void;
  /** JSON of the {@link RowsReport} so far. */
  report(): string;
  free(): void;
}

/** Finds rows of any segment with the same account and app. */
export interface Accounts {
  /** Returns the lines of the rows whose account and app were seen before. */
  add(seen: Uint32Array, linesBefore: number): Float64Array;
  free(): void;
}

/** The functions of the module with files of rows. */
export interface RowsGlue extends Glue {
  /** Formats: 0 none, 1 NDJSON, 2 JSON, 3 CSV. Lists: 0 rejected, 1 hinted, 2 all. */
  readonly Rows: new (
    flags: number,
    nowSeconds: number,
    format: number,
    fallback: number,
    list: number,
    isSegment: boolean,
    requestBytes: number,
    nesting: number,
    keys: number,
    cells: number,
    lookups: InstanceLookups | undefined,
    editor: Editor | undefined,
  ) => Rows;
  readonly Accounts: new () => Accounts;
}
