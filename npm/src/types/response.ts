/** The bodies that the endpoint documents; `JSON.stringify` of one is the documented text, key order and all. */

/** An accepted request. */
export interface AcceptedBody {
  success: true;
  message: 'Token migrated successfully' | `Integration - ${string} created` | `Integration - ${string} updated`;
}

/** A refusal in the long envelope: most rules. */
export interface BadRequestBody {
  status_code: 400;
  http_error_type: 'BAD_REQUEST';
  error_code: 'SERVER_ERROR' | 'INVALID_LINKED_ACCOUNT_ID';
  message: string;
  /** A UUID v4, or the caller's own id. */
  request_id: string;
}

/** The 401. */
export interface UnauthorizedBody {
  status_code: 401;
  http_error_type: 'UNAUTHORIZED';
  error_code: 'SERVER_ERROR';
  message: 'Invalid Credentials';
  /** A UUID v4, or the caller's own id. */
  request_id: string;
}

/** The 200 that is no success: a custom app. */
export interface CustomAppBody {
  error: 'Custom apps are not supported for this endpoint.';
}

/** The 500 for an app that has no schema. */
export interface NoSchemaBody {
  error: 'SERVER_ERROR';
  message: `Schema not found for integration type: ${string}`;
}

/** The 500 where the provider rejects the credentials. */
export interface VerificationBody {
  status_code: 500;
  http_error_type: 'INTERNAL_SERVER_ERROR';
  error: 'SERVER_ERROR';
  message: `Failed to verify credentials: ${string}`;
}

/** The answer to an accepted request. */
export interface AcceptedResponse {
  status: 200;
  body: AcceptedBody;
}

/** The answer to a refused request; mind that one of them has the status 200. */
export type RefusedResponse =
  | { status: 200; body: CustomAppBody }
  | { status: 400; body: BadRequestBody }
  | { status: 401; body: UnauthorizedBody }
  | { status: 500; body: NoSchemaBody | VerificationBody };
