//! Redacts names that a request chose: an unknown key or slug may be a secret in the wrong place.

use std::borrow::Cow;
use std::fmt::Write;

use super::is_invisible;

/// Replaces a name that looks like a secret.
pub const REDACTED: &str = "[hidden]";

/// A longer key is cut off here.
const MAX_CHARS: usize = 64;

/// Returns a key that is safe to print: as [`name`], and also `[hidden]` if it may be a password.
pub fn key(key: &str) -> Cow<'_, str> {
    if may_be_password(key) { Cow::Borrowed(REDACTED) } else { name(key) }
}

/// Returns the name of a column that is safe to print. In a file without a header, it may be a value of the first row. A
/// label may have punctuation that no key has: among several words, at its ends, or one colon, as in `Cost ($)`,
/// `Amount%`, `UTM:source`.
pub fn column(column: &str) -> Cow<'_, str> {
    let has_digit = column.bytes().any(|byte| byte.is_ascii_digit());
    let inner = column.trim_matches(|character: char| character.is_ascii_punctuation()).replacen(':', "_", 1);
    let is_label = column.contains(' ') || !has_digit && !has_odd_punctuation(&inner);
    if is_label && !has_random_word(column) && !is_passphrase(column) { name(column) } else { key(column) }
}

/// Returns a name or an ID that is safe to print: `[hidden]` if it looks like a secret, at most 64 characters, and with
/// control and invisible characters escaped as in JSON.
pub fn name(name: &str) -> Cow<'_, str> {
    if looks_secret(name) {
        return Cow::Borrowed(REDACTED);
    }
    if name.len() <= MAX_CHARS && name.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(name);
    }
    let mut redacted = String::new();
    for (count, character) in name.chars().enumerate() {
        if count == MAX_CHARS {
            redacted.push('…');
            break;
        }
        if character.is_control() || is_invisible(character) {
            // All of these are in the basic plane, so four digits are enough. Writing to a string cannot fail.
            let _ = write!(redacted, "\\u{:04x}", u32::from(character));
        } else {
            redacted.push(character);
        }
    }
    Cow::Owned(redacted)
}

/// Returns an unknown slug as the endpoint prints it, or [`REDACTED`] if it may be a secret.
pub fn slug(slug: &str) -> &str {
    if may_be_password(slug) || looks_secret(slug) { REDACTED } else { slug }
}

/// Returns `true` if [`key`] changes nothing, so that a JSON pointer may contain the key.
pub fn is_unchanged(key: &str) -> bool {
    matches!(self::key(key), Cow::Borrowed(redacted) if redacted == key)
}

/// Returns `true` if a key may be a password: it contains punctuation that no key has, is short and looks random, or is a
/// passphrase. IDs may be so.
fn may_be_password(key: &str) -> bool {
    has_odd_punctuation(key) || has_random_word(key) || is_passphrase(key)
}

/// Returns `true` if a key contains punctuation that no key has.
fn has_odd_punctuation(key: &str) -> bool {
    key.bytes().any(|byte| b"!#$%+,:;=?@^|".contains(&byte))
}

/// Returns `true` if a word of a key looks like a random password.
fn has_random_word(key: &str) -> bool {
    key.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()).any(is_short_and_random)
}

/// Returns `true` if a name starts like a token, or contains a run of characters that no name has.
fn looks_secret(name: &str) -> bool {
    const MIN_BYTES: usize = 12;
    if name.len() < MIN_BYTES {
        return false;
    }
    starts_like_token(name)
        || name.len() >= 20 && name.bytes().filter(u8::is_ascii_digit).count() >= 8
        || name.len() >= 20 && name.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
        || name.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()).any(is_random)
}

/// Returns `true` if a key has a well-known token prefix (from gitleaks' rules). Shorter keys may be names.
fn starts_like_token(key: &str) -> bool {
    const MIN_BYTES: usize = 16;
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
    key.len() >= MIN_BYTES && STARTS.iter().any(|start| key.starts_with(start))
}

/// Returns `true` for four or more words of three and more small letters, none of which is common in the names of fields:
/// `correct-horse-battery-staple`, perhaps with digits at its end.
fn is_passphrase(key: &str) -> bool {
    const MIN_WORDS: usize = 4;
    const MIN_LETTERS: usize = 3;
    const OF_NAMES: &str = "access account api app auth authorization base bot callback cert certificate client code company \
        consumer customer database domain email grant host id key login name organization password path \
        private project redirect refresh region scope secret store tenant token type uri url user \
        username workspace";
    // A dot leads to a key of an inner object.
    key.split('.').any(|key| {
        let key = key.trim_end_matches(|character: char| character.is_ascii_digit());
        let words = || key.split(['-', ' ']);
        words().count() >= MIN_WORDS
            && words().all(|word| word.len() >= MIN_LETTERS && word.bytes().all(|byte| byte.is_ascii_lowercase()))
            && !words().any(|word| OF_NAMES.split(' ').any(|known| known == word))
    })
}

/// Returns `true` if a run of letters and digits looks random.
fn is_random(bytes: &[u8]) -> bool {
    let (digits, turns) = digits_and_turns(bytes);
    match bytes.len() {
        0..12 => false,
        12..32 => digits * 2 >= bytes.len() || digits >= 3 && turns >= 4 || turns * 5 >= bytes.len() * 2,
        _ => true,
    }
}

/// Returns `true` if a run of letters and digits is as short as a password and looks random.
fn is_short_and_random(bytes: &[u8]) -> bool {
    let (digits, turns) = digits_and_turns(bytes);
    (8..12).contains(&bytes.len()) && digits >= 2 && turns >= 5
}

/// Counts digits, and changes between lower case, upper case and digits: many in a token, one a word in camelCase.
fn digits_and_turns(bytes: &[u8]) -> (usize, usize) {
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let kind = |byte: &u8| (byte.is_ascii_digit(), byte.is_ascii_uppercase());
    (digits, bytes.windows(2).filter(|pair| matches!(pair, [a, b] if kind(a) != kind(b))).count())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::{REDACTED, column, is_unchanged, key, slug};

    #[test]
    fn names_are_kept() {
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
            "oauth2Token1",
            "OAuth2API",
            "the_base_url_of_it",
            "one-two-three",
            "",
        ] {
            assert_eq!(key(name), name);
            assert!(is_unchanged(name));
        }
    }

    #[test]
    fn secrets_are_redacted() {
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
            "Summer2024!",
            "admin:hunter2pass",
            "Xk29fQzL7aB",
            "correct-horse-battery-staple",
            "correct-horse-battery-staple42",
            "keybased.correct-horse-battery-staple",
            "one two three four",
        ] {
            assert_eq!(key(secret), REDACTED, "{secret}");
            assert!(!is_unchanged(secret));
        }
    }

    #[test]
    fn labels_of_columns_are_kept_and_values_of_rows_are_redacted() {
        for label in ["#", "C#", "Cost ($)", "Discount%", "Is active?", "Owner:email", "Q1 2024 (%)", "api_key"] {
            assert_eq!(column(label), label);
        }
        for value in [
            "Summer2024!",
            "admin:hunter2pass",
            "Xk29fQzL7aB",
            "one two three four",
            "sk_test_aaaaaaaaaa",
            "a@b2.example",
            "Fake!Secret#Pass",
        ] {
            assert_eq!(column(value), REDACTED, "{value}");
        }
        assert_eq!(column("a\u{1b}b"), "a\\u001bb");
    }

    #[test]
    fn slugs_that_may_be_a_secret_are_redacted() {
        for name in ["netsuit", "Amazon S3", "google/drive", "B&H", "custom-testapp", "日本"] {
            assert_eq!(slug(name), name);
        }
        for secret in ["ghp_0123456789abcdefghij", "Summer2024!", "admin:hunter2pass", "https://fake.example", "a=b"] {
            assert_eq!(slug(secret), REDACTED, "{secret}");
        }
    }

    #[test]
    fn odd_names_are_escaped_and_cut() {
        assert_eq!(key("a\nb\u{1b}[0m\u{202e}c"), "a\\u000ab\\u001b[0m\\u202ec");
        assert_eq!(key("Schlüssel"), "Schlüssel");
        let long = "name-".repeat(20);
        assert_eq!(key(&long).chars().count(), 65);
        assert!(!is_unchanged(&long));
    }

    proptest! {
        #[test]
        fn random_secrets_are_redacted(hex in "[0-9a-f]{32}", token in "[A-Za-z0-9]{32}", uuid in "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") {
            prop_assert_eq!(key(&hex), REDACTED);
            prop_assert_eq!(key(&token), REDACTED);
            prop_assert_eq!(key(&uuid), REDACTED);
        }

        #[test]
        fn redacted_keys_are_short_and_have_no_control_characters(key in any::<String>()) {
            let redacted = super::key(&key);
            prop_assert!(redacted.chars().count() <= 64 * 6 + 1);
            prop_assert!(!redacted.chars().any(char::is_control));
        }
    }
}
