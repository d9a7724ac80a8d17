/** What crates/wasm offers, through the glue that wasm-bindgen generates. */
import type { App, AppSummary, AuthStructure, Basis, InputField, JsonSchema } from '../catalog/app.ts';
import type { RowsReport } from '../rows/report.ts';
import type { RejectedRow } from '../rows/row.ts';
import type { RowFormat } from '../rows/rows-options.ts';
import type { Hint } from '../verdict/hint.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Answer } from './answer.ts';
/** The caller's sets of names, by the number of their kind. */
export interface InstanceLookups {
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
    requestId: number
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
    readonly fields: readonly {
        readonly name: string;
        readonly ask: boolean;
        readonly client: boolean;
    }[];
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
    initSync(options?: {
        readonly module: WebAssembly.Module;
    }): {
        readonly memory: WebAssembly.Memory;
    };
    /** Starts a fresh instance. */
    reset(): void;
    /** Makes room in the input; its address, or 0 if there is not so much memory. */
    reserve(bytes: number): number;
    check(...head: [...Head, body: number, lookups: InstanceLookups | undefined, answer: Answer<Verdict>]): void;
    checkUnserialisable(...head: [...Head, what: number, path: string[], lookups: InstanceLookups | undefined, answer: Answer<Verdict>]): void;
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
/** The caller's repairs. */
export interface Editor {
    /** Called with the JSON of a request that has a hint with a fix. Gives the repaired request; never throws. */
    edit(text: string): string | undefined;
}
/** What was found in a chunk of a file: the listed rows, and what is known of the file so far. */
export interface ChunkResult {
    /**
     * Eight for each row: line, start, end, length of the line end, then indexes or -1: rejection, hinted, account, and the
     * number of the editor's call that repaired it, from 0 over the whole file.
     */
    readonly numbers: Float64Array;
    /** JSON of {@link Tables}. */
    readonly tables: string;
    readonly format?: RowFormat;
    readonly headerBytes: number;
    readonly isUnreadable: boolean;
    /** The rows of the file so far, listed or not. */
    readonly total: number;
}
/** What the numbers of rows are indexes of. */
export interface Tables {
    readonly rejections: readonly (Pick<RejectedRow, 'certainty' | 'issues'> & {
        readonly slug?: string;
    })[];
    readonly hinted: readonly {
        readonly slug?: string;
        readonly hints: readonly Hint[];
    }[];
    readonly accounts: readonly string[];
    /** Of each repaired row, in order: the row in the format of the file. */
    readonly texts: readonly string[];
}
/** What was found at the end of a file. */
export interface EndResult {
    readonly found: ChunkResult;
    readonly report: Omit<RowsReport, 'rows'>;
    /** Only of segments. Three for each row that has an account: two of a hash of the account and the app, and the line. */
    readonly seen?: Uint32Array;
}
/** The rows of a file; its methods read the input. */
export interface Rows {
    push(length: number, answer: Answer<ChunkResult>): void;
    end(answer: Answer<EndResult>): void;
    /** The report so far. */
    report(): Omit<RowsReport, 'rows'>;
    free(): void;
}
/** The accounts and apps of the rows of all segments. */
export interface Accounts {
    /** Gives the lines of the rows whose account and app were seen before. */
    add(seen: Uint32Array, linesBefore: number): Float64Array;
    free(): void;
}
/** What the larger of the two modules has as well. */
export interface RowsGlue extends Glue {
    /** Formats: 0 none, 1 NDJSON, 2 JSON, 3 CSV. Lists: 0 rejected, 1 hinted, 2 all. */
    readonly Rows: new (flags: number, nowSeconds: number, format: number, fallback: number, list: number, isSegment: boolean, rowBytes: number, nesting: number, cells: number, lookups: InstanceLookups | undefined, editor: Editor | undefined) => Rows;
    readonly Accounts: new () => Accounts;
}
export {};
