//! The crate's own entry points: a request, an auth_object alone.

use crate::context::Context;
use crate::judge::judge;
use crate::request::{Body, Members, json};
use crate::subject::{Arrived, Scope};
use crate::verdict::Verdict;

/// A whole request to `PUT /api/v2/public/migrate-token`.
#[derive(Clone, Copy, Default)]
pub struct Request<'a> {
    /// The `x-api-key` header.
    pub api_key: Option<&'a str>,
    /// The `linked_account_id` header.
    pub linked_account_id: Option<&'a str>,
    /// The slug beside the body; counts where the body has none.
    pub slug: Option<&'a str>,
    /// The bytes of the body.
    pub body: &'a [u8],
}

/// What the endpoint would answer to a request.
///
/// ```
/// use auth_object::{Context, Request, check_request};
///
/// let verdict = check_request(
///     &Request {
///         api_key: Some("tk-fake"),
///         linked_account_id: Some("account:12345"),
///         slug: None,
///         body: br#"{"slug":"slack","auth_object":{"bot_tokn":"fake-token"}}"#,
///     },
///     &Context::default(),
/// );
/// assert!(!verdict.ok);
/// assert_eq!(verdict.issues[1].reason.suggestion(), Some("bot_token"));
/// assert_eq!(verdict.response.status, 400);
/// ```
pub fn check_request<'a>(request: &Request<'a>, context: &Context<'_>) -> Verdict<'a> {
    let mut members = Members::default();
    let arrived = Arrived {
        scope: Scope::Request,
        api_key: request.api_key,
        linked_account_id: request.linked_account_id,
        slug: request.slug,
        body: json::read(request.body, &mut members),
    };
    judge(&arrived, context)
}

/// What the endpoint would answer to an auth_object, given as JSON text or absent, without the headers: rules 4 to 6 and
/// 8 to 13, and rule 3 if the text is not valid JSON.
pub fn check_auth_object<'a>(slug: &'a str, auth_object: Option<&'a [u8]>, context: &Context<'_>) -> Verdict<'a> {
    let mut members = Members::default();
    let arrived = Arrived {
        scope: Scope::Form,
        api_key: None,
        linked_account_id: None,
        slug: Some(slug),
        body: match auth_object {
            Some(auth_object) => json::read_auth_object(auth_object, &mut members),
            None => Body::Object(&members),
        },
    };
    judge(&arrived, context)
}
