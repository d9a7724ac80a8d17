/** The responses that the endpoint documents, with their keys in the documented order. */

/** The body for an accepted request. */
export interface AcceptedBody {
  readonly success: true;
  readonly message:
    | 'Token migrated successfully'
    | `Integration - ${string} created`
    | `Integration - ${string} updated`;
}

/** The body of a 400, which most rules give. */
export interface BadRequestBody {
  readonly status_code: 400;
  readonly http_error_type: 'BAD_REQUEST';
  readonly error_code: 'SERVER_ERROR' | 'INVALID_LINKED_ACCOUNT_ID';
  readonly message: string;
  /** A UUID v4, or the caller's own id. */
  readonly request_id: string;
}

/** The body of a 401: the API key is missing or unknown. */
export interface UnauthorizedBody {
  readonly status_code: 401;
  readonly http_error_type: 'UNAUTHORIZED';
  readonly error_code: 'SERVER_ERROR';
  readonly message: 'Invalid Credentials';
  /** A UUID v4, or the caller's own id. */
  readonly request_id: string;
}

/** The body for a custom app, which is rejected with the status 200. */
export interface CustomAppBody {
  readonly error: 'Custom apps are not supported for this endpoint.';
}

/** The body of a 500 for an app without a schema. */
export interface NoSchemaBody {
  readonly error: 'SERVER_ERROR';
  readonly message: `Schema not found for integration type: ${string}`;
}

/** The body of a 500 if the provider rejects the credentials. */
export interface VerificationBody {
  readonly status_code: 500;
  readonly http_error_type: 'INTERNAL_SERVER_ERROR';
  readonly error: 'SERVER_ERROR';
  readonly message: `Failed to verify credentials: ${string}`;
}

/** The response to an accepted request. */
export interface AcceptedResponse {
  readonly status: 200;
  readonly body: AcceptedBody;
}

/** The response to a rejected request. One of them has the status 200. */
export type RejectedResponse =
  | { readonly status: 200; readonly body: CustomAppBody }
  | { readonly status: 400; readonly body: BadRequestBody }
  | { readonly status: 401; readonly body: UnauthorizedBody }
  | { readonly status: 500; readonly body: NoSchemaBody | VerificationBody };
