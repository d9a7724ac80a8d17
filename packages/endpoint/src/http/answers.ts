/** The answers that the library does not give: their texts, and which document has them. */

/** A status and a body, which is sent as `JSON.stringify` writes it. */
export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer, and the source of its text. */
export interface DocumentedAnswer<Arguments extends unknown[]> {
  readonly status: number;
  /** The route whose document has the text, as method and path; absent if no document has it and the text is ours. */
  readonly documentedFor?: string;
  readonly body: (...parts: Arguments) => object;
}

/** The sources of texts: routes as method and path, or a part of the documents. */
const ROUTE = {
  authStructure: 'GET /api/v2/public/auth-structure/{slug}',
  application: 'GET /api/v2/public/application/{slug}',
  configFields: 'config fields',
  createAccount: 'POST /api/v2/public/linked-account',
  getAccount: 'GET /api/v2/public/linked-account/{id}',
  saveKeyCredentials: 'PUT /api/v2/public/linked-account/integration/save-key-credentials/{slug}',
  several: 'several',
} as const;

/** The envelope of most errors, with its keys in the documented order. */
export function longEnvelope(
  status: number,
  type: string,
  message: string,
  requestId: string,
  code = 'SERVER_ERROR',
): object {
  return { status_code: status, http_error_type: type, error_code: code, message, request_id: requestId };
}

/** The envelope with `error` instead of `error_code` and without `request_id`, which most routes of the API use. */
function shortEnvelope(status: number, type: string, error: string, message: string): object {
  return { status_code: status, http_error_type: type, error, message };
}

/** The answers by code. `pkg-tests/endpoint/coverage.mjs` names their arguments for the table in docs/endpoint.md. */
export const ANSWERS = {
  invalid_credentials: {
    status: 401,
    documentedFor: ROUTE.several,
    body: () => shortEnvelope(401, 'UNAUTHORIZED', 'SERVER_ERROR', 'Invalid Credentials'),
  },
  /** For routes that read the header. */
  linked_account_id_is_required: {
    status: 400,
    documentedFor: ROUTE.configFields,
    body: (requestId: string) =>
      longEnvelope(400, 'BAD_REQUEST', 'linked_account_id is required', requestId, 'INVALID_LINKED_ACCOUNT_ID'),
  },
  /** For routes that read the body. */
  linked_account_id_required: {
    status: 400,
    documentedFor: ROUTE.createAccount,
    body: () => shortEnvelope(400, 'BAD_REQUEST', 'INVALID_LINKED_ACCOUNT_ID', 'linked_account_id required'),
  },
  linked_account_exists: {
    status: 400,
    body: (requestId: string, id: string, environment: string) =>
      longEnvelope(
        400,
        'BAD_REQUEST',
        `linked account with id ${id} already exists in ${environment} environment`,
        requestId,
      ),
  },
  linked_account_not_found: {
    status: 404,
    documentedFor: ROUTE.getAccount,
    body: (requestId: string, id: string, environment: string, org: string) =>
      longEnvelope(
        404,
        'NOT_FOUND',
        `Linked Account with account id ${id} for org ${org} in environment ${environment} not found`,
        requestId,
      ),
  },
  application_not_found: {
    status: 404,
    documentedFor: ROUTE.application,
    body: (slug: string, org: string) =>
      shortEnvelope(
        404,
        'EXTERNAL_API_ERROR',
        'EXTERNAL_API_FAILURE',
        `Application with app_type '${slug}' not found for org ${org}`,
      ),
  },
  schema_not_found: {
    status: 500,
    documentedFor: ROUTE.authStructure,
    body: (slug: string) => ({
      error: 'SERVER_ERROR',
      message: `Schema not found for integration type: ${slug}`,
    }),
  },
  success: { status: 200, documentedFor: ROUTE.saveKeyCredentials, body: () => ({ success: true }) },
  route_not_found: {
    status: 404,
    body: (requestId: string) => longEnvelope(404, 'NOT_FOUND', 'Route not found', requestId),
  },
  method_not_allowed: {
    status: 405,
    body: (requestId: string, methods: string) =>
      longEnvelope(405, 'METHOD_NOT_ALLOWED', `Method not allowed; allowed here: ${methods}`, requestId),
  },
  payload_too_large: {
    status: 413,
    body: (requestId: string, bytes: string) =>
      longEnvelope(413, 'PAYLOAD_TOO_LARGE', `Request body must not be larger than ${bytes} bytes`, requestId),
  },
  foreign_origin: {
    status: 403,
    body: (requestId: string) =>
      longEnvelope(
        403,
        'FORBIDDEN',
        'A web page of another origin must not change the state. To allow its origin, use the option cors, or serve --cors.',
        requestId,
      ),
  },
  foreign_host: {
    status: 421,
    body: (requestId: string) =>
      longEnvelope(
        421,
        'MISDIRECTED_REQUEST',
        'The endpoint does not answer for the host that the request names. To allow the host, use the option hosts, or serve --allow-host.',
        requestId,
      ),
  },
  invalid_host: {
    status: 400,
    body: (requestId: string) =>
      longEnvelope(400, 'BAD_REQUEST', 'The request must have one Host header and a valid address', requestId),
  },
  local_routes_off: {
    status: 403,
    body: (requestId: string) =>
      longEnvelope(
        403,
        'FORBIDDEN',
        'This route is off, which is the default if other machines can reach the endpoint. To turn it on, use the option localRoutes, or serve --local-routes.',
        requestId,
      ),
  },
  internal_error: {
    status: 500,
    body: (requestId: string) => longEnvelope(500, 'INTERNAL_SERVER_ERROR', 'Internal server error', requestId),
  },
} as const satisfies Record<string, DocumentedAnswer<never[]>>;

type Answers = typeof ANSWERS;

/** The answer with this code. */
export function answer<Code extends keyof Answers>(code: Code, ...parts: Parameters<Answers[Code]['body']>): Answer {
  const { status, body } = ANSWERS[code];
  return { status, body: (body as (...parts: string[]) => object)(...parts) };
}
