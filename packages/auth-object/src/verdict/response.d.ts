/** The bodies that the endpoint documents; `JSON.stringify` of one is the documented text, key order and all. */
/** An accepted request. */
export interface AcceptedBody {
    readonly success: true;
    readonly message: 'Token migrated successfully' | `Integration - ${string} created` | `Integration - ${string} updated`;
}
/** A rejection in the long envelope: most rules. */
export interface BadRequestBody {
    readonly status_code: 400;
    readonly http_error_type: 'BAD_REQUEST';
    readonly error_code: 'SERVER_ERROR' | 'INVALID_LINKED_ACCOUNT_ID';
    readonly message: string;
    /** A UUID v4, or the caller's own id. */
    readonly request_id: string;
}
/** The 401. */
export interface UnauthorizedBody {
    readonly status_code: 401;
    readonly http_error_type: 'UNAUTHORIZED';
    readonly error_code: 'SERVER_ERROR';
    readonly message: 'Invalid Credentials';
    /** A UUID v4, or the caller's own id. */
    readonly request_id: string;
}
/** The 200 that is no success: a custom app. */
export interface CustomAppBody {
    readonly error: 'Custom apps are not supported for this endpoint.';
}
/** The 500 for an app that has no schema. */
export interface NoSchemaBody {
    readonly error: 'SERVER_ERROR';
    readonly message: `Schema not found for integration type: ${string}`;
}
/** The 500 where the provider rejects the credentials. */
export interface VerificationBody {
    readonly status_code: 500;
    readonly http_error_type: 'INTERNAL_SERVER_ERROR';
    readonly error: 'SERVER_ERROR';
    readonly message: `Failed to verify credentials: ${string}`;
}
/** The answer to an accepted request. */
export interface AcceptedResponse {
    readonly status: 200;
    readonly body: AcceptedBody;
}
/** The answer to a rejected request. Note that one of them has the status 200. */
export type RejectedResponse = {
    readonly status: 200;
    readonly body: CustomAppBody;
} | {
    readonly status: 400;
    readonly body: BadRequestBody;
} | {
    readonly status: 401;
    readonly body: UnauthorizedBody;
} | {
    readonly status: 500;
    readonly body: NoSchemaBody | VerificationBody;
};
