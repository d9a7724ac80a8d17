/** Puts the endpoint together. */
import { Hono } from 'hono/tiny';
import { CredentialCipher } from './credentials/credential-cipher.ts';
import type { Endpoint, Env } from './endpoint.ts';
import { faultMiddleware } from './faults/fault-middleware.ts';
import { FaultSource } from './faults/fault-source.ts';
import { answer } from './http/answers.ts';
import { allowedOrigins, corsMiddleware } from './http/cors.ts';
import { respond } from './http/respond.ts';
import { logMiddleware } from './log/log-middleware.ts';
import { checkOptions } from './options/check-options.ts';
import type { EndpointOptions } from './options/endpoint-options.ts';
import { endpointSchema } from './options/endpoint-schema.ts';
import { addRoutes } from './routes/add-routes.ts';
import { applySeed } from './seed/apply-seed.ts';
import { type ReadAccount, readSeed } from './seed/read-seed.ts';
import { memoryStore } from './stores/memory-store.ts';

const MIB = 1 << 20;

/**
 * Creates the endpoint as a fetch handler, for Node (`startEndpoint` of `@auth-object/endpoint/node`), Bun, Deno,
 * Workers, a Service Worker, Mock Service Worker (`handlers` of `@auth-object/endpoint/msw`), or a test that calls it.
 * It sends nothing to anybody. The handler never rejects: if something fails inside, it answers with a 500.
 *
 * @throws OptionError if an option is unknown or wrong, or the rules reject the seed. EndpointError with the code
 *   `no_web_crypto` if the runtime has no WebCrypto.
 *
 * @example
 * ```ts
 * const handle = createEndpoint({ linkedAccounts: "any" });
 * const response = await handle(new Request("http://localhost/api/v2/public/migrate-token", {
 *   method: "PUT",
 *   headers: { "x-api-key": "tk-fake", linked_account_id: "account:12345" },
 *   body: JSON.stringify({ slug: "hubspot", auth_object: { oauth2: { access_token: "fake-token" } } }),
 * }));
 * console.log(response.status, await response.text());
 * // 200 {"success":true,"message":"Token migrated successfully"}
 * ```
 */
export function createEndpoint(options: EndpointOptions = {}): (request: Request) => Promise<Response> {
  const { seed } = checkOptions('createEndpoint', endpointSchema, options);
  const { customApps, shape, trust } = options;
  const endpoint: Endpoint = {
    options: {
      ...options,
      environment: options.environment ?? 'test',
      linkedAccounts: options.linkedAccounts ?? 'known',
      customApps: customApps ?? [],
      org: options.org ?? 'local',
      bodyLimit: options.bodyLimit ?? MIB,
    },
    store: options.store ?? memoryStore(),
    cipher: new CredentialCipher('createEndpoint', options.key),
  };
  const seeding = new Seeding(endpoint, seed === undefined ? [] : readSeed(seed, { customApps, shape, trust }));
  const app = createApp(endpoint, seeding);
  return async (request) => {
    try {
      return await app.fetch(request);
    } catch (error) {
      return internalError(endpoint, error, crypto.randomUUID());
    }
  };
}

/** The 500 for an error inside. */
function internalError({ options }: Endpoint, error: unknown, requestId: string): Response {
  try {
    options.onError?.(error);
  } catch {
    // There is no one else to report it to.
  }
  return respond(answer('internal_error', requestId));
}

/** Applies the seed before the first request, and again after a reset. */
class Seeding {
  readonly #endpoint: Endpoint;
  readonly #accounts: readonly ReadAccount[];
  #applied: Promise<void> | undefined;

  constructor(endpoint: Endpoint, accounts: readonly ReadAccount[]) {
    this.#endpoint = endpoint;
    this.#accounts = accounts;
  }

  async ready(): Promise<void> {
    if (this.#accounts.length > 0) await (this.#applied ?? this.#apply());
  }

  async reset(): Promise<void> {
    await this.#endpoint.store.clear();
    await this.#apply();
  }

  #apply(): Promise<void> {
    const { store, cipher } = this.#endpoint;
    const applied = applySeed(this.#accounts, store, cipher);
    this.#applied = applied;
    // A store that failed may work for the next request.
    applied.catch(() => {
      this.#applied = undefined;
    });
    return applied;
  }
}

function createApp(endpoint: Endpoint, seeding: Seeding): Hono<Env> {
  const { options } = endpoint;
  const app = new Hono<Env>({ strict: false });
  const origins = allowedOrigins(options.cors);
  const newRequestId = options.requestId ?? (() => crypto.randomUUID());
  // The request has no id yet if the caller's function threw.
  app.onError((error, context) => internalError(endpoint, error, context.get('requestId') ?? crypto.randomUUID()));
  app.notFound((context) => respond(answer('route_not_found', context.var.requestId)));
  if (options.log !== undefined) app.use('*', logMiddleware(options.log));
  if (origins.length > 0) app.use('*', corsMiddleware(origins));
  app.use('*', async (context, next) => {
    context.set('requestId', newRequestId());
    await next();
  });
  const faults = new FaultSource(options.faults ?? [], options.random ?? Math.random);
  app.use('/api/*', faultMiddleware(faults), async (_, next) => {
    await seeding.ready();
    await next();
  });
  const reset = () => {
    faults.restart();
    return seeding.reset();
  };
  addRoutes(app, endpoint, { origins, reset });
  return app;
}
