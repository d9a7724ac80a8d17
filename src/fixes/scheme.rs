//! The authorization scheme before a credential (RFC 9110 §11.6.2): `Bearer `, `Basic `, `token `, `Zoho-oauthtoken `.

use std::borrow::Cow;

use super::quotes::unquoted;
use super::whitespace::{bare, edges, trimmed};
use crate::text::{has_space, starts_with_ignore_case};

/// An authorization scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// RFC 6750: the credential follows.
    Bearer,
    /// Any other scheme that a token follows, such as GitHub's `token`.
    Token,
    /// RFC 7617: a user name and a password in base64 follow.
    Basic,
}

/// The schemes that services use instead of `Bearer`: GitHub and Ruby on Rails, Zoho, Klaviyo, Opsgenie, Okta, Discord,
/// Elasticsearch, Shippo, DeepL, Salesforce and others.
const TOKENS: [&str; 12] = [
    "token",
    "zoho-oauthtoken",
    "klaviyo-api-key",
    "geniekey",
    "ssws",
    "bot",
    "apikey",
    "api-key",
    "shippotoken",
    "deepl-auth-key",
    "oauth",
    "jwt",
];

/// Returns the scheme before a credential, and the credential if it has no white space.
pub fn unprefixed(value: &str) -> Option<(Scheme, &str)> {
    let known = [("bearer", Scheme::Bearer), ("basic", Scheme::Basic)];
    let schemes = || known.into_iter().chain(TOKENS.map(|name| (name, Scheme::Token)));
    let mut found = None;
    let mut rest = after(value, "authorization:").map_or(value, trimmed);
    while let Some((scheme, credential)) = schemes().find_map(|(name, scheme)| {
        let (space, credential, _) = edges(after(rest, name)?);
        (!space.is_empty()).then_some((scheme, credential))
    }) {
        // Ruby on Rails writes `Token token="…"`.
        rest = if scheme == Scheme::Token { after(credential, "token=").unwrap_or(credential) } else { credential };
        found.get_or_insert(scheme);
    }
    let credential = unquoted(rest).unwrap_or(rest);
    Some((found?, credential)).filter(|_| !credential.is_empty() && !has_space(credential))
}

fn after<'a>(value: &'a str, start: &str) -> Option<&'a str> {
    if starts_with_ignore_case(value, start) { value.get(start.len()..) } else { None }
}

/// Returns the credential alone: without white space around it, invisible characters, quotes and scheme.
pub fn peeled(value: &str) -> Cow<'_, str> {
    fn peel(bare: &str) -> &str {
        let inner = unquoted(bare).unwrap_or(bare);
        unprefixed(inner).map_or(inner, |(_, credential)| credential)
    }
    match bare(value) {
        Cow::Borrowed(bare) => Cow::Borrowed(peel(bare)),
        Cow::Owned(bare) => Cow::Owned(peel(&bare).to_owned()),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::fixes::Edit;
    use crate::fixes::tests::check;

    #[test]
    fn strip_prefix() {
        check(
            Edit::StripPrefix,
            &[
                ("Bearer fake-1", Some("fake-1")),
                ("bearer  fake-1", Some("fake-1")),
                ("BASIC ZmFrZQ==", Some("ZmFrZQ==")),
                ("token fake-1", Some("fake-1")),
                ("Bearer Bearer fake-1", Some("fake-1")),
                ("Authorization: Bearer fake-1", Some("fake-1")),
                ("\"Bearer fake-1\" ", Some("fake-1")),
                ("Bearer \"fake-1\"", Some("fake-1")),
                ("Zoho-oauthtoken fake-1", Some("fake-1")),
                ("Token token=\"fake-1\"", Some("fake-1")),
                ("SSWS fake-1", Some("fake-1")),
                ("Bot fake-1", Some("fake-1")),
                ("botany fake-1", None),
                ("Bearer", None),
                ("Bearerfake", None),
                ("token of my affection", None),
                ("b\u{e4}arer fake", None),
            ],
        );
    }
}
