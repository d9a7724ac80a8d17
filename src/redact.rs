//! Names that a request chose, as messages and paths show them. An unknown key or slug may be a secret in the wrong place.

use std::borrow::Cow;

/// What stands for a key that looks like a secret.
pub const HIDDEN: &str = "[hidden]";

/// A longer key is cut after so many characters.
const MAX_CHARS: usize = 64;

/// A key as it may be shown: cut after 64 characters, control and invisible characters escaped as in JSON,
/// and [`HIDDEN`] where it looks like a secret.
pub fn key(key: &str) -> Cow<'_, str> {
    if looks_secret(key) {
        return Cow::Borrowed(HIDDEN);
    }
    if key.len() <= MAX_CHARS && key.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(key);
    }
    let mut text = String::new();
    for (count, character) in key.chars().enumerate() {
        if count == MAX_CHARS {
            text.push('…');
            break;
        }
        if character.is_control() || crate::fixes::is_invisible(character) {
            push_escape(&mut text, character);
        } else {
            text.push(character);
        }
    }
    Cow::Owned(text)
}

/// A slug that the catalogue lacks: whole, as the endpoint prints it, or [`HIDDEN`] if it looks like a secret or holds
/// punctuation that passwords have and slugs do not.
pub fn slug(slug: &str) -> &str {
    let is_odd = |byte: u8| b"!#$%+,:;=?@^|~".contains(&byte);
    if looks_secret(slug) || slug.bytes().any(is_odd) { HIDDEN } else { slug }
}

/// Whether a key shows as it is, so that a pointer may go through it.
pub fn is_plain(key: &str) -> bool {
    matches!(self::key(key), Cow::Borrowed(shown) if shown == key)
}

/// `\u001b`; every character that is escaped lies in the basic plane.
fn push_escape(text: &mut String, character: char) {
    text.push_str("\\u");
    let code = u32::from(character);
    for shift in [12, 8, 4, 0] {
        text.push(char::from_digit(code >> shift & 15, 16).unwrap_or('0'));
    }
}

/// Whether a key looks like a secret: it starts as tokens do, or has a word such as no name has.
fn looks_secret(key: &str) -> bool {
    const SHORTEST_BYTES: usize = 12;
    if key.len() < SHORTEST_BYTES {
        return false;
    }
    starts_like_token(key)
        || key.len() >= 20 && key.bytes().filter(u8::is_ascii_digit).count() >= 8
        || key.len() >= 20 && key.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
        || key.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()).any(is_random)
}

/// The beginnings of well-known tokens (gitleaks' rules); a name would need to be long to be taken for one.
fn starts_like_token(key: &str) -> bool {
    const LONG_BYTES: usize = 16;
    const STARTS: [&str; 24] = [
        "-----BEGIN",
        "1//",
        "AKIA",
        "ASIA",
        "Basic ",
        "Bearer ",
        "EAA",
        "GOCSPX-",
        "SG.",
        "eyJ",
        "gho_",
        "ghp_",
        "github_pat_",
        "glpat-",
        "pat-",
        "pk_",
        "rk_",
        "shp",
        "sk-",
        "sk_",
        "xkeysib-",
        "xox",
        "ya29.",
        "NRAK-",
    ];
    key.len() >= LONG_BYTES && STARTS.iter().any(|start| key.starts_with(start))
}

/// Whether a run of letters and digits is none that somebody would name a thing.
fn is_random(bytes: &[u8]) -> bool {
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    // Where a capital or a digit follows a small letter, or the reverse: often in a token, once a word in camelCase.
    let kind = |byte: &u8| (byte.is_ascii_digit(), byte.is_ascii_uppercase());
    let turns = bytes.windows(2).filter(|pair| matches!(pair, [a, b] if kind(a) != kind(b))).count();
    match bytes.len() {
        0..12 => false,
        12..32 => digits * 2 >= bytes.len() || digits >= 3 && turns >= 4 || turns * 5 >= bytes.len() * 2,
        _ => true,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::{HIDDEN, is_plain, key, slug};

    #[test]
    fn names_are_shown() {
        for name in [
            "workspace_bot_token_2",
            "X-Shopify-Access-Token",
            "accessTokenForTheWorkspaceV2",
            "oauthclientsecret",
            "oauthtokenrequesturl",
            "pem_key_passphrase",
            "sk_id",
            "Access Token (production)",
            "api_base_url_for_customer",
            "createdAt2024",
            "workspaceToken2024",
            "pk_name",
            "",
        ] {
            assert_eq!(key(name), name);
            assert!(is_plain(name));
        }
    }

    #[test]
    fn secrets_are_hidden() {
        for secret in [
            "sk_test_aaaaaaaaaa",
            "shpat_aaaaaaaaaaaaaaaa",
            "xoxb-aaaaaaaaaaaa",
            "Bearer aaaaaaaaaaaa",
            "eyJaaaaaaaaaa.eyJaaaaaaa.aaaa",
            "-----BEGIN FAKE-----",
            "0123456789abcdef",
            "00000000-1111-2222-3333-444444444444",
            "aB3dE6gH9jK2mN5p",
            "AbCdEfGhIjKlMnOp",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "account-0123456789abcdef-key",
        ] {
            assert_eq!(key(secret), HIDDEN, "{secret}");
            assert!(!is_plain(secret));
        }
    }

    #[test]
    fn slugs_are_shown_unless_they_may_be_a_secret() {
        for name in ["netsuit", "Amazon S3", "google/drive", "B&H", "custom-testapp", "日本"] {
            assert_eq!(slug(name), name);
        }
        for secret in ["ghp_0123456789abcdefghij", "Summer2024!", "admin:hunter2pass", "https://fake.example", "a=b"] {
            assert_eq!(slug(secret), HIDDEN, "{secret}");
        }
    }

    #[test]
    fn odd_names_are_made_fit_to_show() {
        assert_eq!(key("a\nb\u{1b}[0m\u{202e}c"), "a\\u000ab\\u001b[0m\\u202ec");
        assert_eq!(key("Schlüssel"), "Schlüssel");
        let long = "name-".repeat(20);
        assert_eq!(key(&long).chars().count(), 65);
        assert!(!is_plain(&long));
    }

    proptest! {
        #[test]
        fn random_secrets_are_hidden(hex in "[0-9a-f]{32}", token in "[A-Za-z0-9]{32}", uuid in "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") {
            prop_assert_eq!(key(&hex), HIDDEN);
            prop_assert_eq!(key(&token), HIDDEN);
            prop_assert_eq!(key(&uuid), HIDDEN);
        }

        #[test]
        fn what_is_shown_is_short_and_has_no_control_characters(key in any::<String>()) {
            let shown = super::key(&key);
            prop_assert!(shown.chars().count() <= 64 * 6 + 1);
            prop_assert!(!shown.chars().any(char::is_control));
        }
    }
}
