/** All routes: their paths and methods, and the functions that answer them. */
import { DEFAULT_LIMITS } from 'auth-object';
import type { Context, Hono } from 'hono';
import type { Endpoint, Env } from '../endpoint.ts';
import { answer } from '../http/answers.ts';
import { readBody } from '../http/body.ts';
import { respond } from '../http/respond.ts';
import { getApplication, listApplications } from './application.ts';
import { getAuthStructure } from './auth-structure.ts';
import { createAccount, deleteAccount, getAccount, listAccounts, upsertAccount } from './linked-account.ts';
import { getHealth, ownerOnly, resetState } from './local.ts';
import { migrateToken } from './migrate-token.ts';
import { saveKeyCredentials } from './save-key-credentials.ts';

type Route = (endpoint: Endpoint, context: Context<Env>) => Response | Promise<Response>;
type RouteWithBody = (endpoint: Endpoint, context: Context<Env>, body: Uint8Array) => Promise<Response>;
type Methods = Partial<Record<'GET' | 'PUT' | 'POST' | 'DELETE', Route>>;

/** What the routes under `/_local/` need. */
export interface LocalContext {
  /** The origins whose web pages may reset the state. */
  readonly origins: readonly string[];
  readonly reset: () => Promise<void>;
}

const API = '/api/v2/public';
const ACCOUNT = `${API}/linked-account`;

export function addRoutes(app: Hono<Env>, endpoint: Endpoint, { origins, reset }: LocalContext): void {
  const accounts = { POST: withBody(createAccount), PUT: withBody(upsertAccount) };
  const routes: Record<string, Methods> = {
    [`${API}/migrate-token`]: { PUT: withBody(migrateToken) },
    [`${API}/migrate-token/:slug`]: { PUT: withBody(migrateToken) },
    [`${API}/auth-structure/:slug`]: { GET: getAuthStructure },
    [`${API}/application`]: { GET: listApplications },
    [`${API}/application/:slug`]: { GET: getApplication },
    [ACCOUNT]: { GET: listAccounts, ...accounts },
    [`${ACCOUNT}/:id`]: { GET: getAccount, ...accounts, DELETE: deleteAccount },
    [`${ACCOUNT}/integration/save-key-credentials/:slug`]: { PUT: withBody(saveKeyCredentials) },
    '/_local/reset': { POST: (_, context) => resetState(context, origins, reset) },
  };
  const add = (path: string, methods: Methods) => {
    for (const [method, route] of Object.entries(methods)) {
      app.on(method, path, (context) => route(endpoint, context));
    }
    app.all(path, (context) => otherMethod(context, Object.keys(methods)));
  };
  // A route is not subject to middleware that is added after it.
  add('/_local/health', { GET: getHealth });
  app.use('/_local/*', ownerOnly(endpoint));
  for (const [path, methods] of Object.entries(routes)) add(path, methods);
}

/** Reads the body before the route is called. */
function withBody(route: RouteWithBody): Route {
  return async (endpoint, context) => {
    const { requestBytes = DEFAULT_LIMITS.requestBytes } = endpoint.options.limits ?? {};
    const body = await readBody(context.req.raw, requestBytes);
    if (body === undefined) return respond(answer('payload_too_large', context.var.requestId, String(requestBytes)));
    try {
      return await route(endpoint, context, body);
    } finally {
      body.fill(0);
    }
  };
}

/** Answers OPTIONS with the allowed methods, and rejects any other method with them (RFC 9110, 15.5.6). */
function otherMethod(context: Context<Env>, methods: readonly string[]): Response {
  const all = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  const headers = { allow: all };
  if (context.req.method === 'OPTIONS') return new Response(null, { status: 204, headers });
  return respond({ ...answer('method_not_allowed', context.get('requestId'), all), headers });
}
