/** What an endpoint may be told. */
import type { Shape } from 'auth-object';
import type { Fault } from './faults.ts';
import type { LogEntry } from './log.ts';
import type { Seed } from './seed.ts';
import type { Environment, Store } from './store.ts';
import type { AesKey } from './vault.ts';

/** Looks whether a provider takes the credentials: what it throws, or rejects with, is the reason that it does not. */
export type Verifier = (
  slug: string,
  authType: string,
  credentials: Readonly<Record<string, string>>,
) => Promise<void> | void;

/** Options of `createEndpoint`; each may be left out. */
export interface EndpointOptions {
  /** Where the state is kept. @defaultValue a fresh `memoryStore()` */
  readonly store?: Store | undefined;
  /** The AES-256 key of the credentials in the store: 32 bytes, as they are or as base64. @defaultValue a fresh one */
  readonly key?: AesKey | Uint8Array | string | undefined;
  /** The valid `x-api-key`s. @defaultValue any key that is not blank */
  readonly apiKeys?: readonly string[] | undefined;
  /** The environment of a key that starts with neither `pk` (production) nor `tk` (test). @defaultValue `"test"` */
  readonly environment?: Environment | undefined;
  /** `"any"`: accounts are created as requests name them. @defaultValue `"known"`, others are refused (rule 7) */
  readonly linkedAccounts?: 'known' | 'any' | undefined;
  /** Slugs of custom apps, besides `custom`. */
  readonly customApps?: readonly string[] | undefined;
  /** Asked when a request is right in all else (rule 13); `verifyByDns` of `auth-object/node` is one. */
  readonly verify?: Verifier | undefined;
  /** The shape that every auth_object must have. @defaultValue either */
  readonly shape?: Shape | undefined;
  /** `"documented"` accepts what only a guessed schema refuses. @defaultValue `"all"` */
  readonly trust?: 'all' | 'documented' | undefined;
  /** The organisation that some texts name. @defaultValue `"local"` */
  readonly org?: string | undefined;
  /** Origins whose pages may call: all, one, or some. @defaultValue `false`, none */
  readonly cors?: boolean | string | readonly string[] | undefined;
  /** Longest body that is read, in bytes. @defaultValue 1048576 (1 MiB) */
  readonly bodyLimit?: number | undefined;
  /** Failures to answer with, for tests of clients. */
  readonly faults?: readonly Fault[] | undefined;
  /** Draws for faults with a share: from 0 to less than 1. `seededRandom` repeats itself. @defaultValue `Math.random` */
  readonly random?: (() => number) | undefined;
  /** Called after each answer; an entry holds no secret. */
  readonly log?: ((entry: LogEntry) => void) | undefined;
  /** Called with what goes wrong inside, which a store or `requestId` may throw; the answer is a 500 without its words. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** The `request_id` of errors. @defaultValue a fresh UUID v4 each */
  readonly requestId?: (() => string) | undefined;
  /** The state to start with, and to come back to by `POST /_local/reset`. */
  readonly seed?: Seed | undefined;
}
