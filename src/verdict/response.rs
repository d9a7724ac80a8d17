//! The endpoint's responses, with the keys in the documented order.

use std::borrow::Cow;

use serde::Serialize;

use crate::request::Shape;

/// The endpoint's response.
///
/// ```
/// use auth_object::{Checker, Request};
///
/// let response = Checker::default().check(&Request::form("no_such_app", b"{}")).response;
/// assert_eq!(response.status, 500);
/// assert_eq!(
///     serde_json::to_string(&response.body)?,
///     r#"{"error":"SERVER_ERROR","message":"Schema not found for integration type: no_such_app"}"#,
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Response<'a> {
    /// The HTTP status code.
    pub status: u16,
    /// The body. Its JSON is the documented one, with the same order of keys.
    pub body: ResponseBody<'a>,
}

/// The body of a response, in one of the documented forms.
///
/// ```
/// use auth_object::{Checker, Request, ResponseBody};
///
/// let response = Checker::default().check(&Request::form("slack", br#"{"access_token":"fake-token"}"#)).response;
/// let ResponseBody::Accepted { message, .. } = response.body else { panic!("accepted") };
/// assert_eq!(message, "Integration - slack created");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum ResponseBody<'a> {
    /// The 200 of both documents.
    Accepted {
        /// Always `true`.
        success: bool,
        /// What was done.
        message: Cow<'a, str>,
    },
    /// The 200 "Validation Error" of migrate-token.md.
    CustomApp {
        /// The message.
        error: &'static str,
    },
    /// The 500 of the auth-structure endpoint, for an app without a schema.
    NoSchema {
        /// Always `SERVER_ERROR`.
        error: &'static str,
        /// The message, which names the app.
        message: Cow<'a, str>,
    },
    /// The 400 and 401 of migrate-token-for-a-linked-account.md.
    Long {
        /// The HTTP status code.
        status_code: u16,
        /// The name of the status.
        http_error_type: &'static str,
        /// `SERVER_ERROR`, or a more specific code.
        error_code: &'static str,
        /// The message.
        message: Cow<'a, str>,
        /// A UUID v4.
        request_id: Cow<'a, str>,
    },
    /// The 500 "Verification Failed" of migrate-token.md.
    Verification {
        /// Always 500.
        status_code: u16,
        /// Always `INTERNAL_SERVER_ERROR`.
        http_error_type: &'static str,
        /// Always `SERVER_ERROR`.
        error: &'static str,
        /// The message, with the reason of the verifier.
        message: Cow<'a, str>,
    },
}

const SERVER_ERROR: &str = "SERVER_ERROR";

impl<'a> Response<'a> {
    /// Returns the response to an accepted request: `Integration - SLUG created` or `updated`
    /// (migrate-token-for-a-linked-account.md) for the flat shape, `Token migrated successfully` (migrate-token.md) for
    /// the typed one.
    #[doc(hidden)]
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

    /// Returns the 200 with an `error` of migrate-token.md.
    pub(crate) const fn custom_app(error: &'static str) -> Self {
        Self { status: 200, body: ResponseBody::CustomApp { error } }
    }

    /// Returns the 500 of the auth-structure endpoint.
    pub(crate) const fn no_schema(message: Cow<'a, str>) -> Self {
        Self { status: 500, body: ResponseBody::NoSchema { error: SERVER_ERROR, message } }
    }

    /// Returns the 401 in the long envelope.
    pub(crate) const fn unauthorized(message: Cow<'a, str>, request_id: Cow<'a, str>) -> Self {
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

    /// Returns a 400 in the long envelope.
    pub(crate) const fn bad_request(message: Cow<'a, str>, request_id: Cow<'a, str>) -> Self {
        Self::bad_request_with(SERVER_ERROR, message, request_id)
    }

    /// Returns a 400 in the long envelope with this `error_code`.
    pub(crate) const fn bad_request_with(
        error_code: &'static str,
        message: Cow<'a, str>,
        request_id: Cow<'a, str>,
    ) -> Self {
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

    /// Returns the 500 of a failed verification.
    pub(crate) const fn verification_failed(message: Cow<'a, str>) -> Self {
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
