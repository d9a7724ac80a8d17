/** What the parts of the endpoint share. */
import type { MiddlewareHandler } from 'hono';
import type { EndpointOptions } from './options.ts';
import type { Environment, Store } from './store.ts';
import type { Vault } from './vault.ts';

/** What a request is found to be on its way; the log reads it. */
export interface Variables {
  /** The `request_id` of the answer. */
  requestId: string;
  environment?: Environment;
  /** The app that the request names. */
  slug?: string;
  /** Whether the answer is a fault that was asked for. */
  fault?: true;
}

/** The types of Hono's app. */
export interface Env {
  Variables: Variables;
}

export type Middleware = MiddlewareHandler<Env>;

/** One endpoint: what it was told, with the gaps filled, and its state. */
export interface Endpoint {
  readonly options: EndpointOptions & {
    readonly environment: Environment;
    readonly linkedAccounts: 'known' | 'any';
    readonly customApps: readonly string[];
    readonly org: string;
    readonly bodyLimit: number;
  };
  readonly store: Store;
  readonly vault: Vault;
}
