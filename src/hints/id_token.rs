//! Warns about an OpenID Connect ID token instead of an access token. An ID token has `at_hash` or `c_hash`, which no
//! other token has, or `nonce` and `aud` without any claim of an access token.

use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::jwt::Claims;
use super::support::template::Template;
use crate::verdict::HintCode;

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::IdToken,
    title: "An ID token is given instead of an access token",
    what: "The access token is an OpenID Connect ID token.",
    why: "One token response contains both, and they look alike. But an ID token only identifies the user, and APIs reject it.",
    todo: "Enter the `access_token` of the same token response.",
    source: "OpenID Connect Core 1.0, sections 2, 3.1.3.6 and 3.3.2.11; RFC 9068, section 2.2.",
    variants: &[],
};

pub(super) fn check(candidate: &Candidate<'_>, claims: &Claims) -> Option<Template> {
    let id = claims.hash || claims.nonce && claims.audience && !claims.access;
    (id && candidate.value.key == "access_token").then_some(Template::new(
        HintCode::IdToken,
        "This is an ID token, which APIs do not accept. Enter the access_token of the same token response.",
    ))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::jwt::tests::token;
    use crate::hints::support::tests::{assert_noticed, silent};
    use crate::verdict::HintCode::IdToken;

    #[test]
    fn id_tokens_are_noticed() {
        for payload in [r#"{"at_hash":"a","aud":"b"}"#, r#"{"c_hash":"a"}"#, r#"{"aud":"b","nonce":"n","sub":"s"}"#] {
            assert_noticed(IdToken, "jira", "access_token", &token(payload));
        }
    }

    #[test]
    fn access_tokens_are_silent() {
        for payload in [
            r#"{"aud":"b","scope":"s","nonce":"n"}"#,
            r#"{"aud":"b","scp":"s","nonce":"n"}"#,
            r#"{"aud":"b"}"#,
            r#"{"nonce":"n"}"#,
        ] {
            silent(IdToken, "jira", "access_token", &[&token(payload)]);
        }
        silent(IdToken, "front", "api_token", &[&token(r#"{"at_hash":"a"}"#)]);
    }
}
