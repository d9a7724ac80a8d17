/** The public types of a form: what it is made from, what it shows, and what it can do. */
import type { FieldFacts, InputKind } from '../app/facts.ts';
import type { AuthStructure } from '../library/engine.ts';
import type { Locale } from '../words/locale.ts';
import type { Words } from '../words/words.ts';

/** How to start a form. */
export interface FormOptions {
  /** The app, for example `netsuite`. */
  readonly slug: string;
  /** The auth type to select first. */
  readonly authType?: string | undefined;
  /** The first values of the fields, by name. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  /** A BCP 47 language tag. The form has English and German. */
  readonly locale?: string | undefined;
  /** Texts that replace those of the language. */
  readonly words?: Partial<Words> | undefined;
  /** Live auth structures by slug, for example the `apps` of a file written by `auth-object pull`. */
  readonly schemas?: Readonly<Record<string, AuthStructure>> | undefined;
}

/** An auth type or a set of fields to choose. */
export interface Choice {
  readonly id: string;
  readonly title: string;
}

/** A problem of a field or of the whole form. */
export interface Problem {
  /** Absent if the problem concerns the whole form. */
  readonly field?: string;
  readonly label?: string;
  /** A warning may be wrong: the person can send the values anyway. */
  readonly severity: 'error' | 'warning';
  /** The code of the rule or hint; `missing`, `unchecked`, or `answer` for the endpoint's answer. */
  readonly code: string;
  readonly text: string;
  /** The endpoint's own message without the values of secret fields, if the endpoint reported the problem. */
  readonly quote?: string;
  /** Whether `applyFix` can repair the value. */
  readonly isFixable: boolean;
}

/** One field as the form shows it. */
export interface FieldState extends Omit<FieldFacts, 'optional' | 'input'> {
  readonly input: InputKind;
  /** Whether the field must be filled. */
  readonly required: boolean;
  /** Whether one of several fields is enough and this is one of them. */
  readonly isOneOf: boolean;
  readonly value: string;
  /** Whether the person has left the field once. */
  readonly touched: boolean;
  readonly problem?: Problem;
}

/** The form at one moment. */
export interface FormState {
  readonly status: 'loading' | 'ready' | 'unknown_app';
  readonly slug: string;
  /**
   * The app's name as the vendor writes it. Of an unknown app, the slug, or `[hidden]` if it looks like a secret. Empty
   * until the library is loaded, if the app is not imported.
   */
  readonly brand: string;
  /** The address of the vendor's page about the credentials, if it is known. */
  readonly docs?: string;
  /** The auth types to choose from. Empty if the app has only one. */
  readonly authTypes: readonly Choice[];
  /** The name of the chosen auth type. */
  readonly authType: string;
  /** The sets of fields to choose from. Empty if the auth type has at most one. */
  readonly sets: readonly Choice[];
  /** The id of the chosen set. */
  readonly set: string;
  /** The fields of the chosen set, in order. */
  readonly fields: readonly FieldState[];
  /** The problems of the whole form, then those of the fields in order. */
  readonly problems: readonly Problem[];
  /** Whether all fields are blank. */
  readonly isEmpty: boolean;
  /** Whether all required values are there. */
  readonly isComplete: boolean;
  /** Whether the person has tried to submit the current fields. From then on, every edit is checked. */
  readonly isSubmitted: boolean;
  /** Whether only warnings are left, so that the next submit sends the values. */
  readonly canSubmitAnyway: boolean;
  /** Whether the endpoint accepted the values. */
  readonly isConnected: boolean;
  readonly words: Words;
  readonly locale: Locale;
}

/** The body of `PUT /api/v2/public/migrate-token`. */
export interface FormRequest {
  readonly slug: string;
  readonly auth_object: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What `submit` found: the request, or problems. */
export type SubmitResult =
  | { readonly ok: true; readonly request: FormRequest }
  | {
      readonly ok: false;
      /** The first field with a problem. */
      readonly field?: string;
      readonly problems: readonly Problem[];
    };

/** The endpoint's answer, already read. */
export interface EndpointAnswer {
  readonly status: number;
  /** The body as an object, or as JSON. */
  readonly body: unknown;
}

/** The endpoint's answer as `fetch` returns it, not read yet. */
export interface ResponseLike {
  readonly status: number;
  text(): Promise<string>;
}

/** A credential form. Its functions work without `this`. */
export interface Form {
  /** Resolves when the fields are known; at once if the app's module is imported and the language is English. */
  readonly ready: Promise<void>;
  /** The current state; the same object until something changes. */
  getState(): FormState;
  /** Calls the listener after every change. @returns a function that stops that. */
  subscribe(listener: () => void): () => void;
  /** Selects an auth type. Keeps the values of shared fields and clears all problems. */
  setAuthType(id: string): void;
  /** Selects a set of fields. Keeps the values of shared fields and clears all problems. */
  setSet(id: string): void;
  setValue(field: string, value: string): void;
  setValues(values: Readonly<Record<string, string>>): void;
  /** Call it when the person leaves a field. If the value has a slip that can be repaired, the form offers a fix. */
  leave(field: string): Promise<void>;
  /** Applies the fix offered at a field. */
  applyFix(field: string): Promise<void>;
  /** Checks all fields. The first call loads the WebAssembly. */
  submit(): Promise<SubmitResult>;
  /** The request with the current values, unchecked. Blank fields are left out. */
  getRequest(): FormRequest;
  /** Takes the endpoint's answer and shows a problem in it at its field. */
  setAnswer(answer: EndpointAnswer | ResponseLike): Promise<void>;
  /** Restores the first values and choices and clears all problems. */
  reset(): void;
}
