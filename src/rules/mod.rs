//! The rules of `PUT /api/v2/public/migrate-token`, one file each, in the order in which the endpoint checks them.

mod auth_object_required;
mod auth_type;
mod custom_app;
mod fields;
mod invalid_credentials;
pub(crate) mod invalid_json;
mod invalid_value;
mod keybased_fields;
mod linked_account_id_required;
mod linked_account_not_found;
mod oauth2_fields;
mod rule;
mod slug_required;
mod unknown_app;
mod verification_failed;

use std::borrow::Cow;

use crate::context::Context;
use crate::request::Scope;
use crate::resolve::Resolved;
use crate::verdict::{Code, Issue, Response};
pub use rule::Rule;

/// Every rule, in the order in which the endpoint checks them.
///
/// ```
/// use auth_object::rules::RULES;
///
/// for rule in RULES {
///     println!("{}. {} fails if {}", rule.number, rule.code, rule.fails_when);
/// }
/// ```
pub static RULES: [&Rule; 13] = [
    &invalid_credentials::RULE,
    &linked_account_id_required::RULE,
    &invalid_json::RULE,
    &slug_required::RULE,
    &custom_app::RULE,
    &unknown_app::RULE,
    &linked_account_not_found::RULE,
    &auth_object_required::RULE,
    &auth_type::RULE,
    &invalid_value::RULE,
    &oauth2_fields::RULE,
    &keybased_fields::RULE,
    &verification_failed::RULE,
];

/// Returns every failure of rules 1 to 12, in order.
pub(crate) fn check(resolved: &Resolved<'_, '_>) -> Vec<Issue> {
    let mut issues = Vec::new();
    if resolved.request.scope == Scope::Request {
        invalid_credentials::check(resolved, &mut issues);
    }
    linked_account_id_required::check(resolved, &mut issues);
    invalid_json::check(resolved, &mut issues);
    slug_required::check(resolved, &mut issues);
    custom_app::check(resolved, &mut issues);
    unknown_app::check(resolved, &mut issues);
    linked_account_not_found::check(resolved, &mut issues);
    auth_object_required::check(resolved, &mut issues);
    auth_type::check(resolved, &mut issues);
    invalid_value::check(resolved, &mut issues);
    oauth2_fields::check(resolved, &mut issues);
    keybased_fields::check(resolved, &mut issues);
    issues
}

/// Returns the failure of rule 13. Call it if all other rules pass.
pub(crate) fn check_verification(resolved: &Resolved<'_, '_>) -> Option<Issue> {
    verification_failed::check(resolved)
}

/// Returns the endpoint's response to a failure.
pub(crate) fn respond<'a>(issue: &Issue, request_id: impl FnOnce() -> Cow<'a, str>) -> Response<'a> {
    let message: Cow<'a, str> = issue.message.clone();
    match issue.code {
        Code::InvalidCredentials => Response::unauthorized(message, request_id()),
        Code::LinkedAccountIdRequired => {
            Response::bad_request_with(linked_account_id_required::ERROR_CODE, message, request_id())
        }
        Code::CustomApp => Response::custom_app(custom_app::RULE.text),
        Code::UnknownApp => Response::no_schema(message),
        Code::VerificationFailed => Response::verification_failed(message),
        Code::InvalidJson
        | Code::SlugRequired
        | Code::LinkedAccountNotFound
        | Code::AuthObjectRequired
        | Code::AuthType
        | Code::InvalidValue
        | Code::Oauth2Fields
        | Code::KeybasedFields => Response::bad_request(message, request_id()),
    }
}

/// The rules that only the service can check, unless the context has what they need.
pub(crate) const SERVICES: [Code; 3] =
    [Code::InvalidCredentials, Code::LinkedAccountNotFound, Code::VerificationFailed];

/// Returns `true` if the context does not have what a rule needs.
pub(crate) const fn is_unchecked(context: &Context<'_>, code: Code) -> bool {
    match code {
        Code::InvalidCredentials => context.api_keys.is_none(),
        Code::LinkedAccountNotFound => context.linked_accounts.is_none(),
        Code::VerificationFailed => context.verification.is_none(),
        _ => false,
    }
}
