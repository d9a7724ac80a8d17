/** What a form is made from, what it shows, and what it can do. */
import type { EndpointAnswer, ResponseLike } from './answer.js';
import type { AuthStructure } from './engine.js';
import type { FieldFacts, InputKind } from './facts.js';
import type { Locale } from './words/index.js';
import type { Words } from './words/words.js';

export interface FormOptions {
  /** The app: `netsuite`. */
  readonly slug: string;
  /** The auth type that is chosen first. */
  readonly authType?: string | undefined;
  /** What the fields hold first, by name. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  /** A BCP 47 tag; English and German are complete. */
  readonly locale?: string | undefined;
  /** Words of your own, in front of the language's. */
  readonly words?: Partial<Words> | undefined;
  /** Live auth structures by slug, for example the `apps` of the file that `auth-object pull` writes. */
  readonly schemas?: Readonly<Record<string, AuthStructure>> | undefined;
}

/** An auth type or a set to choose. */
export interface Choice {
  readonly id: string;
  readonly title: string;
}

/** What is wrong with a field, or with the whole form. */
export interface Problem {
  /** Absent if it is no single field's. */
  readonly field?: string;
  readonly label?: string;
  /** A warning may be wrong: it is shown, but can be sent all the same. */
  readonly severity: 'error' | 'warning';
  /** The code of the rule or hint; `answer` for the endpoint's own answer. */
  readonly code: string;
  readonly text: string;
  /** The endpoint's exact words, if it was the endpoint that found the problem. */
  readonly quote?: string;
  /** Whether `applyFix` can repair it. */
  readonly isFixable: boolean;
}

export interface FieldState extends Omit<FieldFacts, 'optional' | 'input'> {
  readonly input: InputKind;
  /** Whether the form cannot be sent without it. */
  readonly required: boolean;
  /** Whether it is one of several fields of which one is enough. */
  readonly isOneOf: boolean;
  readonly value: string;
  /** Whether the person has left it once. */
  readonly touched: boolean;
  readonly problem?: Problem;
}

export interface FormState {
  readonly status: 'loading' | 'ready' | 'unknown_app';
  readonly slug: string;
  readonly brand: string;
  /** Empty if there is nothing to choose. */
  readonly authTypes: readonly Choice[];
  readonly authType: string;
  readonly sets: readonly Choice[];
  readonly set: string;
  /** Those that the chosen set needs or permits, in order. */
  readonly fields: readonly FieldState[];
  /** In the order of the fields; those of the whole form come first. */
  readonly problems: readonly Problem[];
  readonly isEmpty: boolean;
  /** Whether every value that the chosen set needs is there. */
  readonly isComplete: boolean;
  /** Whether a submit has been tried since the fields were chosen: from then on every edit is checked. */
  readonly isSubmitted: boolean;
  /** Whether only warnings are left, so that the next submit sends the values. */
  readonly canSubmitAnyway: boolean;
  /** Whether the endpoint accepted what was sent. */
  readonly isConnected: boolean;
  readonly words: Words;
  readonly locale: Locale;
}

/** What goes into the body of `PUT /api/v2/public/migrate-token`. */
export interface FormRequest {
  readonly slug: string;
  readonly auth_object: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export type SubmitResult =
  | { readonly ok: true; readonly request: FormRequest }
  | {
      readonly ok: false;
      /** The first field with a problem. */
      readonly field?: string;
      readonly problems: readonly Problem[];
    };

export interface Form {
  /** Resolves when the fields are known. They are at once if the app's module is imported and the language English. */
  readonly ready: Promise<void>;
  /** The state now; the same object until something changes. */
  getState(): FormState;
  /** Calls back after every change. @returns what ends it. */
  subscribe(listener: () => void): () => void;
  /** Keeps the values of the fields that both have, and forgets all problems. */
  setAuthType(id: string): void;
  setSet(id: string): void;
  setValue(field: string, value: string): void;
  setValues(values: Readonly<Record<string, string>>): void;
  /** Call it when the person leaves a field: it offers a fix if the value has a slip that can be repaired. */
  leave(field: string): Promise<void>;
  /** Makes the fix that is offered at a field. */
  applyFix(field: string): Promise<void>;
  /** Checks everything; the first call loads the wasm. */
  submit(): Promise<SubmitResult>;
  /** The request as it is now, unchecked. Blank fields are left out. */
  getRequest(): FormRequest;
  /** Hands the endpoint's answer back; a problem in it is shown at its field. */
  setAnswer(answer: EndpointAnswer | ResponseLike): Promise<void>;
  /** The first values and choices again, no problems. */
  reset(): void;
}
