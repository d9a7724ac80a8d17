import type { FindingWords } from '../engine.js';

/** Every word of the form. */
export interface Words {
  readonly authType: string;
  readonly set: string;
  readonly optional: string;
  readonly oneIsEnough: string;
  readonly more: string;
  readonly loading: string;
  readonly choose: string;
  readonly example: (value: string) => string;
  /** A link to the vendor's page about a field. */
  readonly docs: string;
  readonly show: string;
  readonly hide: string;
  /** Said when a value becomes visible or hidden. */
  readonly isShown: (label: string) => string;
  readonly isHidden: (label: string) => string;
  readonly dropFile: string;
  readonly chooseFile: string;
  readonly notText: string;
  readonly fix: string;
  readonly isFixed: (label: string) => string;
  readonly submit: (brand: string) => string;
  readonly submitAnyway: string;
  readonly problems: string;
  readonly warnings: string;
  /** Before a problem that may be wrong. */
  readonly warning: string;
  readonly error: string;
  readonly enter: (label: string) => string;
  readonly enterOneOf: (labels: readonly string[]) => string;
  readonly unknownApp: (slug: string) => string;
  readonly unchecked: string;
  /** Around the endpoint's own words. */
  readonly answered: string;
  readonly connected: (brand: string) => string;
  readonly rejected: (brand: string) => string;
  readonly pageKey: string;
  readonly account: string;
  readonly tooMany: string;
  readonly serverError: string;
  readonly notAccepted: string;
  /** Labels and titles of the catalogue in this language, by the English ones. */
  readonly labels: Readonly<Record<string, string>>;
  /** Words for what is wrong with a value, in front of those of `auth-object`. */
  readonly findings?: Partial<FindingWords>;
}
