/** What crates/wasm offers, through the glue that wasm-bindgen generates. */
import type { Answer } from './answer.js';
import type { BatchReport, RowFailure } from './types/batch.js';
import type { App, AppSummary, AuthStructure, InputField, JsonSchema } from './types/catalog.js';
import type { Basis, Verdict } from './types/verdict.js';

/** The caller's sets of names, by the number of their kind. */
export interface Asked {
  has(kind: number, name: string): boolean;
}

/** The lengths in bytes of the strings in the input, in the order in which they stand there. */
type Head = [
  flags: number,
  nowSeconds: number,
  apiKey: number,
  linkedAccountId: number,
  slug: number,
  reason: number,
  requestId: number,
];

/** What a request to an app needs to be accepted. */
export interface Acceptance {
  /** Names the app in `isPlain`, as the index of an auth type and of a field name those. */
  readonly app: number;
  readonly authTypes: readonly AcceptedType[];
}

/** The fields of an auth type; bit `i` of a mask is `fields[i]`. */
export interface AcceptedType {
  readonly name: string;
  readonly basis: Basis;
  readonly required: number;
  /** Sets of fields of which one must be complete, if there are any. */
  readonly sets: readonly number[];
  /** ask: the instance must be asked about each value, as an ordinary one may raise a hint. client: a flat auth_object may not have it. */
  readonly fields: readonly { readonly name: string; readonly ask: boolean; readonly client: boolean }[];
  /** The index of the access token, if one without a refresh token may raise a hint. */
  readonly accessToken?: number;
  readonly refreshToken?: number;
}

/** What makes a value extraordinary. */
export interface Ordinary {
  /** In this case. */
  readonly prefixes: readonly string[];
  /** In any case, given in lower case. */
  readonly starts: readonly string[];
  readonly ends: readonly string[];
}

/** The messages of accepted requests; the slug goes between the two strings. */
export interface Accepted {
  readonly typed: string;
  readonly created: readonly [string, string];
  readonly updated: readonly [string, string];
}

/** The functions of every instance. Those with a length read the input, whose first bytes hold a string. */
export interface Glue {
  /** Starts an instance if there is none; gives the exports of the one that runs. */
  initSync(options?: { readonly module: WebAssembly.Module }): { readonly memory: WebAssembly.Memory };
  /** Starts a fresh instance. */
  reset(): void;
  /** Makes room in the input; its address, or 0 if there is not so much memory. */
  reserve(bytes: number): number;
  check(...head: [...Head, body: number, lookups: Asked | undefined, answer: Answer<Verdict>]): void;
  checkUnserialisable(
    ...head: [...Head, what: number, path: string[], lookups: Asked | undefined, answer: Answer<Verdict>]
  ): void;
  acceptance(length: number): Acceptance | undefined;
  ordinary(): Ordinary;
  accepted(): Accepted;
  /** Whether a value of a field raises no hint. */
  isPlain(app: number, authType: number, field: number, length: number): boolean;
  /** Whether an access token needs no refresh token. */
  isLasting(length: number): boolean;
  edit(kind: number, length: number): string | undefined;
  redactKey(length: number): string;
  apps(): AppSummary[];
  app(slug: string): App | undefined;
  authStructure(slug: string): AuthStructure | undefined;
  inputFields(slug: string, authType: string): InputField[] | undefined;
  jsonSchema(slug: string, authType?: string): JsonSchema | undefined;
  /** Why the structure is rejected, if it is. */
  registerApp(slug: string, structure: string): string | undefined;
}

/** The rows of a file; its methods read the input. */
export interface Rows {
  push(length: number, answer: Answer<RowFailure[]>): void;
  end(): BatchReport;
  free(): void;
}

/** What the larger of the two modules has as well. */
export interface RowsGlue extends Glue {
  readonly Rows: new (flags: number, lookups: Asked | undefined) => Rows;
}
