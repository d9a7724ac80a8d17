//! Warns about the whole answer of a token endpoint as credentials. The fix removes what is not a field of the app and
//! never a credential.

use std::borrow::Cow;

use super::support::hint_kind::HintKind;
use crate::order::in_order;
use crate::request::{Entry, Value};
use crate::resolve::Resolved;
use crate::text::is_same_name;
use crate::verdict::{About, Hint, HintCode, Operation};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::TokenResponse,
    title: "The credentials are the whole answer of a token endpoint",
    what: "Beside the tokens there are other members of the provider's answer, such as `scope`, `token_type` and `expires_in`.",
    why: "The endpoint allows only the fields of the app and rejects the request.",
    todo: "Send only the fields of the app. The fix removes the others, and a `refresh_token` that is `null`.",
    source: "RFC 6749, section 5.1; OpenID Connect Core, section 3.1.3.3; the answers of Google, Microsoft, Intuit, Keycloak and Salesforce.",
    variants: &[],
};

/// Members that only such an answer has.
const MEMBERS: [&str; 23] = [
    "scope",
    "scopes",
    "token_type",
    "expires_in",
    "expires_at",
    "expires_on",
    "expires",
    "expiry",
    "expiry_date",
    "expiration",
    "ext_expires_in",
    "not_before",
    "not_before_policy",
    "issued_at",
    "issued_token_type",
    "created_at",
    "id_token",
    "session_state",
    "refresh_token_expires_in",
    "refresh_token_expires_at",
    "refresh_expires_in",
    "refresh_expires_at",
    "x_refresh_token_expires_in",
];

/// Members that may be beside them, and that mean something else alone: of Salesforce, Zoho, Slack, Notion, Microsoft, Box
/// and Shopify.
const COMPANIONS: [&str; 17] = [
    "id",
    "signature",
    "api_domain",
    "ok",
    "bot_user_id",
    "is_enterprise_install",
    "team",
    "enterprise",
    "bot_id",
    "workspace_name",
    "workspace_icon",
    "duplicated_template_id",
    "request_id",
    "client_info",
    "id_token_expires_in",
    "restricted_to",
    "associated_user_scope",
];

/// Returns the hint if the request has a token and such members.
pub fn check(resolved: &Resolved<'_, '_>) -> Option<Hint> {
    if !is_response(resolved) {
        return None;
    }
    let root = resolved.root();
    let pointer: String = root.iter().map(|key| format!("/{key}")).collect();
    let extras = resolved.entries.iter().filter(|entry| is_extra(resolved, entry));
    let paths: Vec<_> = extras.map(|entry| format!("{pointer}/{}", entry.key.decode())).collect();
    // The order of the keys must not matter.
    let sorted = in_order(&paths, Ord::cmp).into_iter().filter_map(|index| paths.get(index).cloned());
    let fix = sorted.map(|path| Operation::Remove { path }).collect();
    Some(Hint {
        code: HintCode::TokenResponse,
        variant: None,
        path: root,
        help: Cow::Borrowed(
            "This is the whole answer of a token endpoint. Send only the fields of the app, without scope, token_type, expires_in and the like.",
        ),
        about: About::NONE,
        fix,
    })
}

/// Returns `true` if the credentials are the answer of a token endpoint.
fn is_response(resolved: &Resolved<'_, '_>) -> bool {
    let is_oauth = resolved.auth_type.is_some_and(|auth_type| auth_type.name == "oauth2");
    is_oauth
        && resolved.unknown > 0
        && resolved.entries.iter().any(|entry| is_unknown(resolved, entry) && is_one_of(&MEMBERS, entry))
        && resolved.entries.iter().any(|entry| is_token(resolved, entry))
}

/// Returns `true` if the fix removes this entry of an answer.
pub fn is_extra(resolved: &Resolved<'_, '_>, entry: &Entry<'_>) -> bool {
    if entry.key.is("refresh_token") {
        let has_access_token = |entry: &Entry<'_>| entry.key.is("access_token") && is_token(resolved, entry);
        return matches!(entry.value, Value::Null) && resolved.entries.iter().any(has_access_token);
    }
    is_unknown(resolved, entry) && (is_one_of(&MEMBERS, entry) || is_one_of(&COMPANIONS, entry) || is_of_nango(entry))
}

/// Returns `true` for what Nango adds: the name of the grant, and the answer once more.
fn is_of_nango(entry: &Entry<'_>) -> bool {
    match entry.value {
        Value::Object => entry.key.is("raw"),
        Value::String(text) => entry.key.is("type") && text.is("OAUTH2"),
        _ => false,
    }
}

/// Returns `true` if an entry is a secret field with a value.
fn is_token(resolved: &Resolved<'_, '_>, entry: &Entry<'_>) -> bool {
    let field = resolved.field_of(entry).and_then(|index| resolved.auth_type?.fields.get(index));
    field.is_some_and(|field| field.secret) && matches!(entry.value, Value::String(token) if !token.is_blank())
}

/// Returns `true` if an entry is not a field of any auth type of the app, however it is written.
fn is_unknown(resolved: &Resolved<'_, '_>, entry: &Entry<'_>) -> bool {
    let auth_types = resolved.app.into_iter().flat_map(|app| app.auth_types);
    let key = entry.key.decode();
    !auth_types.flat_map(|auth_type| auth_type.fields).any(|field| is_same_name(field.name, &*key))
}

/// Returns `true` if the key has one of these names, and no character that a pointer would escape.
fn is_one_of(names: &[&str], entry: &Entry<'_>) -> bool {
    let key = entry.key.decode();
    let is_plain = key.bytes().all(|byte| matches!(byte, b'_' | b'-') || byte.is_ascii_alphanumeric());
    is_plain && names.iter().any(|name| is_same_name(*name, &*key))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::panic)] // clippy sees no test behind `all(test, …)`
mod tests {
    use crate::verdict::{HintCode, Operation};
    use crate::{Checker, Request};

    /// What the fix removes; `None` without the hint.
    fn removed(slug: &str, auth_object: &str) -> Option<Vec<String>> {
        let hints = Checker::default().check(&Request::form(slug, auth_object.as_bytes())).hints;
        let hint = hints.into_iter().find(|hint| hint.code == HintCode::TokenResponse)?;
        let path = |operation| match operation {
            Operation::Remove { path } => path,
            other => panic!("{other:?}"),
        };
        Some(hint.fix.into_iter().map(path).collect())
    }

    #[test]
    fn members_that_are_no_fields_are_removed() {
        let answer = r#"{"access_token":"fake-1","refresh_token":"fake-2","scope":"a b","token_type":"Bearer","expires_in":3599,"id_token":"eyJ.eyJ.x"}"#;
        let all = ["expires_in", "id_token", "scope", "token_type"];
        let at = |root: &str| Some(all.map(|name| format!("/auth_object{root}/{name}")).to_vec());
        assert_eq!(removed("gmail", answer), at(""));
        assert_eq!(removed("gmail", &format!("{{\"oauth2\":{answer}}}")), at("/oauth2"));
        let camel = r#"{"access_token":"fake-1","tokenType":"bearer","expiresIn":1}"#;
        assert_eq!(
            removed("hubspot", camel),
            Some(vec!["/auth_object/expiresIn".into(), "/auth_object/tokenType".into()])
        );
    }

    #[test]
    fn a_refresh_token_of_null_goes_with_them() {
        let both = Some(vec!["/auth_object/expires_in".into(), "/auth_object/refresh_token".into()]);
        assert_eq!(removed("hubspot", r#"{"access_token":"fake-1","refresh_token":null,"expires_in":1}"#), both);
        assert_eq!(removed("hubspot", r#"{"access_token":"fake-1","refresh_token":null}"#), None);
        let one = Some(vec!["/auth_object/expires_in".into()]);
        assert_eq!(removed("slack", r#"{"bot_token":"fake-1","refresh_token":null,"expires_in":1}"#), one);
    }

    #[test]
    fn nothing_that_may_be_a_credential_goes() {
        let answer =
            r#"{"access_token":"fake-1","expires_in":1,"app_id":"A0","client_id":"c","authed_user":{},"scope/":"a"}"#;
        assert_eq!(removed("slack", answer), Some(vec!["/auth_object/expires_in".into()]));
        assert_eq!(removed("slack", r#"{"access_token":"fake-1","app_id":"A0","team":{}}"#), None);
        assert_eq!(removed("slack", r#"{"access_token":"fake-1","signature":"s","id":"1"}"#), None);
        assert_eq!(removed("slack", r#"{"expires_in":1,"scope":"a"}"#), None);
        // `scope` is a field of this app.
        assert_eq!(removed("snowflake", r#"{"account_id":"a-b","username":"u","scope":"a","password":"p"}"#), None);
    }
}
