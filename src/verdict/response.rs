//! The endpoint's answers, as documented: envelopes with their keys in the documented order, and their texts.

use std::borrow::Cow;

use serde::Serialize;

use crate::request::Shape;

/// What the endpoint sends back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Response<'a> {
    /// The HTTP status code.
    pub status: u16,
    /// The body; its JSON text is the documented one.
    pub body: ResponseBody<'a>,
}

/// The documented bodies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ResponseBody<'a> {
    /// 200 of both documents.
    Accepted {
        /// Always true.
        success: bool,
        /// What was done.
        message: Cow<'a, str>,
    },
    /// 200 "Validation Error" of migrate-token.md.
    Refused {
        /// Why.
        error: &'static str,
    },
    /// 500 of the auth-structure endpoint, for an app without a schema.
    NoSchema {
        /// Always `SERVER_ERROR`.
        error: &'static str,
        /// Which app.
        message: Cow<'a, str>,
    },
    /// 400 and 401 of migrate-token-for-a-linked-account.md.
    Long {
        /// The HTTP status code once more.
        status_code: u16,
        /// The name of the status.
        http_error_type: &'static str,
        /// `SERVER_ERROR`, or a more special code.
        error_code: &'static str,
        /// What is wrong.
        message: Cow<'a, str>,
        /// A UUID v4.
        request_id: Cow<'a, str>,
    },
    /// 500 "Verification Failed" of migrate-token.md.
    Verification {
        /// Always 500.
        status_code: u16,
        /// Always `INTERNAL_SERVER_ERROR`.
        http_error_type: &'static str,
        /// Always `SERVER_ERROR`.
        error: &'static str,
        /// What the provider said.
        message: Cow<'a, str>,
    },
}

const SERVER_ERROR: &str = "SERVER_ERROR";

impl<'a> Response<'a> {
    /// An accepted request: `Integration - SLUG created` or `updated` (migrate-token-for-a-linked-account.md)
    /// for the flat shape, `Token migrated successfully` (migrate-token.md) for the typed one.
    pub fn accepted(slug: &str, shape: Shape, updated: bool) -> Self {
        let message = match shape {
            Shape::Typed => Cow::Borrowed("Token migrated successfully"),
            Shape::Flat => {
                let done = if updated { " updated" } else { " created" };
                Cow::Owned(format!("Integration - {slug}{done}"))
            }
        };
        Self { status: 200, body: ResponseBody::Accepted { success: true, message } }
    }

    /// The 200 with an `error` of migrate-token.md.
    pub const fn custom_app(error: &'static str) -> Self {
        Self { status: 200, body: ResponseBody::Refused { error } }
    }

    /// The 500 of the auth-structure endpoint.
    pub const fn no_schema(message: Cow<'a, str>) -> Self {
        Self { status: 500, body: ResponseBody::NoSchema { error: SERVER_ERROR, message } }
    }

    /// The 401 in the long envelope.
    pub const fn unauthorized(message: Cow<'a, str>, request_id: Cow<'a, str>) -> Self {
        Self {
            status: 401,
            body: ResponseBody::Long {
                status_code: 401,
                http_error_type: "UNAUTHORIZED",
                error_code: SERVER_ERROR,
                message,
                request_id,
            },
        }
    }

    /// A 400 in the long envelope.
    pub const fn bad_request(message: Cow<'a, str>, request_id: Cow<'a, str>) -> Self {
        Self::bad_request_with(SERVER_ERROR, message, request_id)
    }

    /// A 400 in the long envelope with a code of its own.
    pub const fn bad_request_with(error_code: &'static str, message: Cow<'a, str>, request_id: Cow<'a, str>) -> Self {
        Self {
            status: 400,
            body: ResponseBody::Long {
                status_code: 400,
                http_error_type: "BAD_REQUEST",
                error_code,
                message,
                request_id,
            },
        }
    }

    /// The 500 of a verification that failed.
    pub const fn verification_failed(message: Cow<'a, str>) -> Self {
        Self {
            status: 500,
            body: ResponseBody::Verification {
                status_code: 500,
                http_error_type: "INTERNAL_SERVER_ERROR",
                error: SERVER_ERROR,
                message,
            },
        }
    }
}
