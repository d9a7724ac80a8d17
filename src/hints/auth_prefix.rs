//! Notices the scheme of an `Authorization` header before a token: `Bearer `, `Basic `, `token ` (RFC 6750, RFC 7617).
//! Documentation and curl commands show the two together; the endpoint wants the token alone, and the scheme would be
//! sent twice. Only where a token is wanted: a password may hold a blank.
//!
//! After `Basic` stands a user name and a password in base64, not a token: removing the word is no repair there,
//! unless the field wants just that.

use super::note::{Note, Noticed, fixable, note};
use super::seen::Seen;
use crate::edit::Scheme;
use crate::search;
use crate::verdict::{Edit, HintCode};

static TOKEN: Note = fixable(
    HintCode::AuthPrefix,
    "The value starts with the scheme of an Authorization header (Bearer, token). Only the token belongs here.",
    Edit::StripPrefix,
);
static BASIC: Note = note(
    HintCode::AuthPrefix,
    "The value starts with Basic: what follows is a user name and a password in base64, as an Authorization header has them. Fill in the credential itself.",
);

#[inline(never)]
pub(super) fn notice(seen: &Seen<'_>) -> Noticed {
    let token = seen.scheme? != Scheme::Basic || search::contains(&seen.value.key, "base64");
    Some(if token { &TOKEN } else { &BASIC })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::tests::{assert_fixed, noticed, silent};
    use crate::verdict::HintCode::AuthPrefix;

    #[test]
    fn a_scheme_before_a_token_is_noticed() {
        for value in
            ["Bearer fake-1", "bearer fake-1", "TOKEN fake-1", "Authorization: Bearer fake-1", "\"Bearer fake-1\""]
        {
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
        silent(AuthPrefix, "ashby", "api_key", &["fake-1", "bearer", "Bearerfake", "token of love", "basic"]);
        silent(AuthPrefix, "mysql", "password", &["token fake", "Bearer fake"]);
        silent(AuthPrefix, "gmail", "client_id", &["Basic plan"]);
    }
}
