//! Warns about the scheme of an `Authorization` header before a token: `Bearer `, `Basic `, `token `, `Zoho-oauthtoken `.
//! Only fields that
//! take a token are checked: a password may contain a space.
//!
//! After `Basic` come a user name and a password in base64, not a token. Removing `Basic` repairs the value only if
//! the field takes exactly that.

use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::{Fix, Template};
use crate::verdict::{HintCode, HintVariant};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::AuthPrefix,
    title: "A token starts with Bearer or a similar prefix",
    what: "The value starts with the scheme of an `Authorization` header: `Bearer`, `Basic`, `token`, `Zoho-oauthtoken` or that of another service.",
    why: "Documentation and curl commands show the scheme and the token together. The app adds the scheme itself, so it would be sent twice.",
    todo: "Enter the token alone. The fix removes the scheme.",
    source: "RFC 6750, section 2.1 (`Bearer`); RFC 7617, section 2 (`Basic`); GitHub's documentation (`token`); the documentation of Zoho, Klaviyo, Okta (`SSWS`), Opsgenie (`GenieKey`) and Discord (`Bot`).",
    variants: &[(
        HintVariant::Basic,
        "After `Basic` come a user name and a password in base64, so there is no token to keep.",
    )],
};

pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    candidate.scheme?;
    Some(if candidate.has_token_prefix() {
        Template::new(HintCode::AuthPrefix, "Enter only the token, without Bearer or a similar prefix.")
    } else {
        Template::variant(
            HintCode::AuthPrefix,
            HintVariant::Basic,
            "This is the content of an Authorization header: a user name and a password in base64. Enter the credential itself.",
        )
        .fix(Fix::None)
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::{assert_fixed, noticed, silent};
    use crate::verdict::HintCode::AuthPrefix;

    #[test]
    fn a_scheme_before_a_token_is_noticed() {
        for value in [
            "Bearer fake-1",
            "bearer fake-1",
            "TOKEN fake-1",
            "Authorization: Bearer fake-1",
            "\"Bearer fake-1\"",
            "Zoho-oauthtoken fake-1",
            "Klaviyo-API-Key fake-1",
            "GenieKey fake-1",
            "SSWS fake-1",
            "Bot fake-1",
            "ApiKey fake-1",
            "Token token=\"fake-1\"",
            "Authorization: Zoho-oauthtoken fake-1",
        ] {
            assert_fixed(AuthPrefix, "gmail", "access_token", value, "fake-1");
            assert_fixed(AuthPrefix, "ashby", "api_key", value, "fake-1");
        }
        assert_fixed(AuthPrefix, "collibra", "base64_encoded_credentials", "Basic ZmFrZQ==", "ZmFrZQ==");
    }

    #[test]
    fn basic_credentials_are_no_token() {
        assert!(noticed(AuthPrefix, "ashby", "api_key", "Basic ZmFrZQ==").is_some_and(|hint| hint.fix.is_empty()));
    }

    #[test]
    fn good_values_are_silent() {
        silent(
            AuthPrefix,
            "ashby",
            "api_key",
            &["fake-1", "bearer", "Bearerfake", "token of love", "basic", "bot", "SSWSfake", "Zoho-oauthtoken"],
        );
        silent(AuthPrefix, "mysql", "password", &["token fake", "Bearer fake"]);
        silent(AuthPrefix, "gmail", "client_id", &["Basic plan"]);
    }
}
