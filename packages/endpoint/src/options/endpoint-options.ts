/** The options of an endpoint. */
import type { Limits, Shape } from 'auth-object';
import type { AesKey } from '../credentials/credential-cipher.ts';
import type { Fault } from '../faults/fault.ts';
import type { LogEntry } from '../log/log-entry.ts';
import type { Seed } from '../seed/seed.ts';
import type { Environment, Store } from '../stores/store.ts';

/**
 * Checks credentials with their provider. If it throws or rejects, the request is rejected (rule 13), and the error's
 * message is the reason. Secrets in it are redacted; if it may contain a part of one, its status or code is given instead.
 * To see the whole error then, log it in the verifier.
 *
 * @param authType - Empty if the request does not say it and the catalogue does not know the app.
 * @param credentials - The values by field.
 *
 * @example
 * ```ts
 * const verify: Verifier = async (slug, authType, { access_token }) => {
 *   if (access_token === "expired-token") throw new Error("401 Unauthorized");
 * };
 * ```
 */
export type Verifier = (
  slug: string,
  authType: string,
  credentials: Readonly<Record<string, string>>,
) => Promise<void> | void;

/** The options of `createEndpoint`. All are optional. */
export interface EndpointOptions {
  /** Where the state is kept. @defaultValue a new `memoryStore()` */
  readonly store?: Store | undefined;
  /**
   * The AES-256 key that encrypts the credentials in the store: 32 bytes, or base64 of them. If the store has credentials
   * of another key, requests are answered with a 500, and `startEndpoint` rejects with the code `wrong_key`.
   * @defaultValue a random key
   */
  readonly key?: AesKey | Uint8Array | string | undefined;
  /** The valid `x-api-key`s; none may be blank. @defaultValue any key that is not blank */
  readonly apiKeys?: readonly string[] | undefined;
  /** The environment of a key that starts with neither `pk` (production) nor `tk` (test). @defaultValue `"test"` */
  readonly environment?: Environment | undefined;
  /**
   * `"known"` rejects requests for accounts that do not exist (rule 7); `"any"` creates the account that a request
   * names. @defaultValue `"known"`
   */
  readonly linkedAccounts?: 'known' | 'any' | undefined;
  /** The slugs of custom apps, in addition to `custom`. @defaultValue none */
  readonly customApps?: readonly string[] | undefined;
  /** Called for requests that pass all other rules (rule 13), for instance `verifyByDns()`. @defaultValue no check */
  readonly verify?: Verifier | undefined;
  /** The shape that every auth_object must have. @defaultValue both are accepted */
  readonly shape?: Shape | undefined;
  /** `"documented"` accepts a request that only an unconfirmed schema rejects. @defaultValue `"all"` */
  readonly trust?: 'all' | 'documented' | undefined;
  /** The name of the organisation in some messages. @defaultValue `"local"` */
  readonly org?: string | undefined;
  /**
   * The origins whose web pages may call the endpoint: `true` or `"*"` for all, one such as `"http://localhost:5173"`, or
   * several. @defaultValue `false`, none
   */
  readonly cors?: boolean | string | readonly string[] | undefined;
  /**
   * How large a request may be, as for `checkRequest`. A body of more than `requestBytes` is answered with a 413.
   * @defaultValue `DEFAULT_LIMITS` of auth-object
   */
  readonly limits?: Limits | undefined;
  /** Failures to answer with, to test how a client handles them. @defaultValue none */
  readonly faults?: readonly Fault[] | undefined;
  /** Random numbers for faults with a `share`; `seededRandom(42)` makes a test repeatable. @defaultValue `Math.random` */
  readonly random?: (() => number) | undefined;
  /** Called after each answer. An entry never contains a credential or an account's id. @defaultValue no log */
  readonly log?: ((entry: LogEntry) => void) | undefined;
  /**
   * Called with the error behind a 500 whose answer has no details, for instance an error of a store, or an
   * `EndpointError` with the code `withheld_reason` if the answer does not quote a verifier's error.
   * @defaultValue prints the message of each `EndpointError` once on the console; it contains no value
   */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** Makes the `request_id` of errors. @defaultValue a random UUID (version 4) for each request */
  readonly requestId?: (() => string) | undefined;
  /** The state to start with, and to return to after `POST /_local/reset`. @defaultValue no accounts */
  readonly seed?: Seed | undefined;
}
