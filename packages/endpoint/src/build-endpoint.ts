/** Puts the endpoint together. */
import { Hono } from 'hono/tiny';
import { CredentialCipher } from './credentials/credential-cipher.ts';
import { StoreKey } from './credentials/store-key.ts';
import type { Bindings, Endpoint, Env } from './endpoint.ts';
import { errorReporter } from './error-reporter.ts';
import { faultMiddleware } from './faults/fault-middleware.ts';
import { FaultSource } from './faults/fault-source.ts';
import { answer } from './http/answers.ts';
import { allowedOrigins, corsMiddleware } from './http/cors.ts';
import { refuse, respond } from './http/respond.ts';
import { logMiddleware } from './log/log-middleware.ts';
import { checkOptions } from './options/check-options.ts';
import type { EndpointOptions } from './options/endpoint-options.ts';
import { endpointSchema } from './options/endpoint-schema.ts';
import { addRoutes } from './routes/add-routes.ts';
import { applySeed } from './seed/apply-seed.ts';
import { type ReadAccount, readSeed } from './seed/read-seed.ts';
import { memoryStore } from './stores/memory-store.ts';

/** An endpoint for a server. */
export interface BuiltEndpoint {
  /** Never rejects. */
  readonly handle: (request: Request, bindings: Bindings) => Promise<Response>;
  /** Rejects if the store cannot be used with the key. */
  readonly checkKey: () => Promise<void>;
}

/** Does what `createEndpoint` does, for a server that knows more about requests. */
export function buildEndpoint(options: EndpointOptions): BuiltEndpoint {
  const { seed } = checkOptions('createEndpoint', endpointSchema, options);
  const { customApps, shape, trust } = options;
  const endpoint: Endpoint = {
    options: {
      ...options,
      environment: options.environment ?? 'test',
      linkedAccounts: options.linkedAccounts ?? 'known',
      customApps: customApps ?? [],
      org: options.org ?? 'local',
    },
    store: options.store ?? memoryStore(),
    cipher: new CredentialCipher('createEndpoint', options.key),
    report: errorReporter(options.onError),
  };
  const state = new InitialState(endpoint, seed === undefined ? [] : readSeed(seed, { customApps, shape, trust }));
  const app = createApp(endpoint, state);
  return {
    checkKey: () => state.checkKey(),
    async handle(request, bindings) {
      try {
        return await app.fetch(request, bindings);
      } catch (error) {
        return internalError(endpoint, error, crypto.randomUUID());
      }
    },
  };
}

/** The 500 for an error inside. */
function internalError({ report }: Endpoint, error: unknown, requestId: string): Response {
  report(error);
  return respond(answer('internal_error', requestId));
}

/** Prepares the store before the first request, and again after a reset: checks the key, then applies the seed. */
class InitialState {
  readonly #endpoint: Endpoint;
  readonly #accounts: readonly ReadAccount[];
  readonly #key: StoreKey;
  #seeded: Promise<void> | undefined;

  constructor(endpoint: Endpoint, accounts: readonly ReadAccount[]) {
    this.#endpoint = endpoint;
    this.#accounts = accounts;
    const { store, cipher, options } = endpoint;
    this.#key = new StoreKey(store, cipher, options.key !== undefined);
  }

  async ready(): Promise<void> {
    await this.checkKey();
    if (this.#accounts.length > 0) await (this.#seeded ?? this.#seed());
  }

  checkKey(): Promise<void> {
    return this.#key.check();
  }

  async reset(): Promise<void> {
    await this.checkKey();
    await this.#endpoint.store.clear();
    await this.checkKey();
    await this.#seed();
  }

  #seed(): Promise<void> {
    const { store, cipher } = this.#endpoint;
    const seeded = applySeed(this.#accounts, store, cipher);
    this.#seeded = seeded;
    seeded.catch(() => {
      this.#seeded = undefined;
    });
    return seeded;
  }
}

function createApp(endpoint: Endpoint, state: InitialState): Hono<Env> {
  const { options } = endpoint;
  const app = new Hono<Env>({ strict: false });
  const origins = allowedOrigins(options.cors);
  const newRequestId = options.requestId ?? (() => crypto.randomUUID());
  // The request has no id yet if the caller's function threw.
  app.onError((error, context) => internalError(endpoint, error, context.get('requestId') ?? crypto.randomUUID()));
  app.notFound((context) => respond(answer('route_not_found', context.var.requestId)));
  if (options.log !== undefined) app.use('*', logMiddleware(options.log));
  app.use('*', async (context, next) => {
    const { refusal } = context.env;
    if (refusal === undefined) return next();
    context.set('requestId', newRequestId());
    return refuse(context, refusal);
  });
  if (origins.length > 0) app.use('*', corsMiddleware(origins));
  app.use('*', async (context, next) => {
    context.set('requestId', newRequestId());
    await next();
  });
  const faults = new FaultSource(options.faults ?? [], options.random ?? Math.random);
  app.use('/api/*', faultMiddleware(faults), async (_, next) => {
    await state.ready();
    await next();
  });
  const reset = () => {
    faults.restart();
    return state.reset();
  };
  addRoutes(app, endpoint, { origins, reset });
  return app;
}
