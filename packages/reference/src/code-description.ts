/** A rule, a hint or a code of rows that cannot be read, as `codes.json` describes it. Text in backticks is code. */
export type CodeDescription = RuleDescription | RowDescription | HintDescription;

interface Description {
  readonly code: string;
  /** What fails or what the hint notices, in a few words. */
  readonly title: string;
  /** The same in a sentence. */
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  readonly source: string;
}

export interface RuleDescription extends Description {
  readonly kind: 'rule';
  /** The position in the order in which the endpoint checks the rules, from 1. */
  readonly number: number;
  /** The HTTP status of the answer. */
  readonly status: number;
  /** The message of the answer. Words in capitals are filled in from the request. */
  readonly message: string;
  readonly basis: 'documented' | 'sibling' | 'inferred';
  /** A request in which only this rule fails. */
  readonly example: Example & { readonly status: number; readonly answer: string };
}

export interface RowDescription extends Description {
  readonly kind: 'row';
}

export interface HintDescription extends Description {
  readonly kind: 'hint';
  /** When each variant applies; or an empty object. */
  readonly variants: Readonly<Record<string, string>>;
  /** A request that has only this hint. */
  readonly example: Example & {
    readonly path: readonly string[];
    readonly fix: readonly {
      readonly op: string;
      readonly path: string;
      readonly from?: string;
      readonly edit?: string;
    }[];
  };
}

/** The parts of a request, and what the context knows, as JSON. A value that ends with `…` is cut. */
interface Example {
  readonly description: string;
  readonly headers?: string;
  readonly body?: string;
  readonly context?: string;
}
