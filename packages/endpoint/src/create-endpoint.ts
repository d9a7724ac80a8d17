/** Puts the endpoint together. */
import { Hono } from 'hono/tiny';
import { answer } from './answers.ts';
import { allowedOrigins, corsMiddleware } from './cors.ts';
import type { Endpoint, Env } from './env.ts';
import { faultMiddleware } from './fault-middleware.ts';
import { FaultSource } from './faults.ts';
import { logMiddleware } from './log-middleware.ts';
import { memoryStore } from './memory-store.ts';
import type { EndpointOptions } from './options.ts';
import { plant } from './plant.ts';
import { respond } from './respond.ts';
import { addRoutes } from './routes.ts';
import { readSeed } from './seed.ts';
import { Vault } from './vault.ts';
import { verifyOptions } from './verify-options.ts';

const MIB = 1 << 20;

/**
 * The endpoint itself, as a fetch handler: for Node (`startEndpoint` of `auth-object/node`), Bun, Deno, Workers, a
 * Service Worker, MSW (`auth-object/msw`), or called as it is. Nothing is sent anywhere, and it never rejects: what
 * goes wrong inside is a 500.
 *
 * @throws TypeError for an option that there is not, or that has the wrong type; a key that is none; a seed that the
 *   rules refuse.
 *
 * @example
 * ```ts
 * const handle = createEndpoint({ linkedAccounts: "any" });
 * const answer = await handle(new Request("http://localhost/api/v2/public/migrate-token", {
 *   method: "PUT",
 *   headers: { "x-api-key": "tk-fake", linked_account_id: "account:12345" },
 *   body: JSON.stringify({ slug: "hubspot", auth_object: { oauth2: { access_token: "fake-token" } } }),
 * }));
 * console.log(answer.status, await answer.text());
 * ```
 */
export function createEndpoint(options: EndpointOptions = {}): (request: Request) => Promise<Response> {
  verifyOptions(options);
  const endpoint: Endpoint = {
    options: {
      ...options,
      environment: options.environment ?? 'test',
      linkedAccounts: options.linkedAccounts ?? 'known',
      customApps: options.customApps ?? [],
      org: options.org ?? 'local',
      bodyLimit: options.bodyLimit ?? MIB,
    },
    store: options.store ?? memoryStore(),
    vault: new Vault(options.key),
  };
  const seeding = seeder(endpoint);
  const app = createApp(endpoint, seeding);
  return async (request) => {
    try {
      return await app.fetch(request);
    } catch (error) {
      return failed(endpoint, error, crypto.randomUUID());
    }
  };
}

/** The 500 for what went wrong inside. */
function failed({ options }: Endpoint, error: unknown, requestId: string): Response {
  try {
    options.onError?.(error);
  } catch {
    // There is nobody left to tell.
  }
  return respond(answer('internal_error', requestId));
}

/** Plants the seed, where there is one: before the first request, and again after a reset. */
interface Seeding {
  readonly ready: () => Promise<void>;
  readonly reset: () => Promise<void>;
}

function seeder({ options, store, vault }: Endpoint): Seeding {
  const { seed, customApps, shape, trust } = options;
  const accounts = seed === undefined ? [] : readSeed(seed, { customApps, shape, trust });
  let planted: Promise<void> | undefined;
  const start = () => {
    planted = plant(accounts, store, vault);
    // A store that failed may work the next time.
    planted.catch(() => (planted = undefined));
    return planted;
  };
  return {
    ready: async () => {
      if (accounts.length > 0) await (planted ?? start());
    },
    reset: async () => {
      await store.clear();
      await start();
    },
  };
}

function createApp(endpoint: Endpoint, { ready, reset }: Seeding): Hono<Env> {
  const { options } = endpoint;
  const app = new Hono<Env>({ strict: false });
  const origins = allowedOrigins(options.cors);
  const ownId = () => crypto.randomUUID();
  app.onError((error, context) => failed(endpoint, error, context.get('requestId') ?? ownId()));
  app.notFound((context) => respond(answer('route_not_found', context.get('requestId'))));
  if (options.log !== undefined) app.use('*', logMiddleware(options.log));
  if (origins.length > 0) app.use('*', corsMiddleware(origins));
  app.use('*', async (context, next) => {
    context.set('requestId', (options.requestId ?? ownId)());
    await next();
  });
  const faults = new FaultSource(options.faults ?? [], options.random ?? Math.random);
  app.use('/api/*', faultMiddleware(faults), async (_, next) => {
    await ready();
    await next();
  });
  addRoutes(app, endpoint, {
    origins,
    reset: () => {
      faults.restart();
      return reset();
    },
  });
  return app;
}
