/** What the parts of an endpoint share. */
import type { MiddlewareHandler } from 'hono';
import type { CredentialCipher } from './credentials/credential-cipher.ts';
import type { EndpointOptions } from './options/endpoint-options.ts';
import type { Environment, Store } from './stores/store.ts';

/** Why a request is refused: the code of the answer. */
export type Refusal = 'invalid_host' | 'foreign_host' | 'foreign_origin' | 'local_routes_off';

/** What is found out about a request while it is handled. The log reads it. */
export interface Variables {
  /** The `request_id` of the answer. */
  requestId: string;
  environment?: Environment;
  /** The app that the request names. */
  slug?: string;
  /** Whether the answer is a fault. */
  fault?: true;
  /** Why the request is refused, whatever it asks for. */
  refusal?: Refusal;
}

/** What a server says about a request; a fetch handler alone says nothing. */
export interface Bindings {
  /** Why the request is refused. */
  readonly refusal?: Exclude<Refusal, 'local_routes_off'> | undefined;
  /** Whether the routes under `/_local/` are off, except `health`. */
  readonly localRoutesOff?: boolean;
}

/** The types of Hono's app. */
export interface Env {
  Variables: Variables;
  Bindings: Bindings;
}

export type Middleware = MiddlewareHandler<Env>;

/** An endpoint: its options with their defaults, and its state. */
export interface Endpoint {
  readonly options: EndpointOptions & {
    readonly environment: Environment;
    readonly linkedAccounts: 'known' | 'any';
    readonly customApps: readonly string[];
    readonly org: string;
  };
  readonly store: Store;
  readonly cipher: CredentialCipher;
  /** Reports an error to the person who runs the endpoint. Never throws. */
  readonly report: (error: unknown) => void;
}
