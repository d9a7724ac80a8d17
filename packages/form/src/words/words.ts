import type { Words as FindingWords } from 'auth-object';

/** All texts of the form in one language. */
export interface Words {
  readonly authType: string;
  readonly set: string;
  readonly optional: string;
  readonly oneIsEnough: string;
  readonly more: string;
  readonly loading: string;
  readonly choose: string;
  readonly example: (value: string) => string;
  /** The link to the vendor's page about a field. */
  readonly docs: string;
  /** The link to the vendor's page about all fields. */
  readonly appDocs: (brand: string) => string;
  readonly show: string;
  readonly hide: string;
  /** Read out when a value becomes visible or hidden. */
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
  /** Read out before a warning or an error. */
  readonly warning: string;
  readonly error: string;
  readonly enter: (label: string) => string;
  readonly enterOneOf: (labels: readonly string[]) => string;
  readonly unknownApp: (slug: string) => string;
  readonly unchecked: string;
  /** Introduces the endpoint's own message. */
  readonly answered: string;
  readonly connected: (brand: string) => string;
  readonly rejected: (brand: string) => string;
  readonly pageKey: string;
  readonly account: string;
  readonly tooMany: string;
  readonly serverError: string;
  readonly notAccepted: string;
  /** Labels, titles and help of the apps in this language. The keys are the English ones. */
  readonly labels: Readonly<Record<string, string>>;
  /** Texts for issues and hints that replace those of `auth-object`. */
  readonly findings?: Partial<FindingWords>;
}
