//! Redacts names that a request chose: an unknown key or slug may be a secret in the wrong place.

use std::borrow::Cow;
use std::fmt::Write;

use super::random::{is_random, is_short_and_random};
use super::{contains, is_invisible};

/// Replaces a name that looks like a secret.
pub const REDACTED: &str = "[hidden]";

/// A longer name is cut off here.
const MAX_CHARS: usize = 64;

/// Returns a key, or the name of a column, that is safe to print: `[hidden]` if it may be a secret, otherwise at most 64
/// characters without control characters. In a file without a header, a name may be a value of the first row.
pub fn key(key: &str) -> Cow<'_, str> {
    if may_be_secret(key) { Cow::Borrowed(REDACTED) } else { printable(key) }
}

/// Returns an unknown slug as the endpoint prints it, or [`REDACTED`] if it may be a secret.
pub fn slug(slug: &str) -> &str {
    let is_hidden = match slug.strip_prefix("custom-") {
        // The platform makes up the rest, which is often random.
        Some(rest) => starts_like_token(rest) || has_odd_punctuation(rest),
        None => may_be_secret(slug),
    };
    if is_hidden { REDACTED } else { slug }
}

/// Returns an unknown slug that is safe to print, otherwise as [`key`].
pub fn printable_slug(slug: &str) -> Cow<'_, str> {
    printable(self::slug(slug))
}

/// Returns an account ID that is safe to print: `[hidden]` if it starts like a token or is a URL with a password,
/// otherwise at most 64 characters without control characters. IDs are often random.
pub fn id(id: &str) -> Cow<'_, str> {
    let has_password = contains(id, "://") && id.contains('@');
    if has_password || starts_like_token(id) { Cow::Borrowed(REDACTED) } else { printable(id) }
}

/// Returns at most 64 characters of a name, with control and invisible characters escaped as in JSON.
fn printable(name: &str) -> Cow<'_, str> {
    if name.len() <= MAX_CHARS && name.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(name);
    }
    let mut printed = String::new();
    let mut before = ' ';
    let mut rest = name.chars();
    for count in 0.. {
        let Some(character) = rest.next() else { break };
        if count == MAX_CHARS {
            printed.push('…');
            break;
        }
        let next = rest.clone().next().unwrap_or(' ');
        if character.is_control() || is_invisible(character) && !joins(before, character, next) {
            // All of these are in the basic plane, so four digits are enough. Writing to a string cannot fail.
            let _ = write!(printed, "\\u{:04x}", u32::from(character));
        } else {
            printed.push(character);
        }
        before = character;
    }
    Cow::Owned(printed)
}

/// Returns `true` for a joiner or non-joiner between letters, as in Persian, or between emoji.
fn joins(before: char, character: char, next: char) -> bool {
    let is_joined = |character: char| !character.is_ascii() && !is_invisible(character);
    matches!(character, '\u{200c}' | '\u{200d}') && is_joined(before) && is_joined(next)
}

/// Returns `true` if [`key`] changes nothing, so that a JSON pointer may contain the key.
pub fn is_unchanged(key: &str) -> bool {
    *self::key(key) == *key
}

/// Returns `true` if a name may be a token, a password or a passphrase.
fn may_be_secret(name: &str) -> bool {
    looks_like_token(name) || has_random_word(name) || has_odd_punctuation(name) || is_passphrase(name)
}

/// Returns `true` if a name has punctuation that passwords, URLs and pairs have, but neither names nor labels. A label
/// may have a sign at an end, and one colon inside: `Cost ($)`, `Amount%`, `UTM:source`, `Contact: Email`, `_id.$oid`.
fn has_odd_punctuation(name: &str) -> bool {
    let is_odd = |byte: &u8| b"!#$%+,:;=?@^|".contains(byte);
    let has_digit = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    let is_pair = |(key, value): (&str, &str)| {
        const CREDENTIALS: [&str; 6] = ["auth", "bearer", "key", "pass", "secret", "token"];
        let key = key.to_ascii_lowercase();
        has_digit(value) || CREDENTIALS.iter().any(|credential| contains(&key, credential))
    };
    let is_phrase = name.contains(' ');
    if contains(name, "://") || is_phrase && name.contains('=') || name.split_once(": ").is_some_and(is_pair) {
        return true;
    }
    if !is_phrase && has_digit(name) {
        return name.as_bytes().iter().any(is_odd);
    }
    let (mut inner_colons, mut end) = (0, None);
    name.as_bytes().split(|byte| matches!(byte, b'.' | b' ')).any(|word| {
        let first = word.iter().position(|byte| !byte.is_ascii_punctuation()).unwrap_or(word.len());
        let last = word.iter().rposition(|byte| !byte.is_ascii_punctuation()).unwrap_or_default();
        word.iter().enumerate().filter(|(_, byte)| is_odd(byte)).any(|(at, byte)| {
            let is_inner = first < at && at < last;
            if is_inner && *byte == b':' {
                inner_colons += 1;
            }
            // Several signs at the ends are of one kind, as in `C++`.
            is_inner && (*byte != b':' || inner_colons > 1)
                || !is_inner && !is_phrase && *end.get_or_insert(byte) != byte
        })
    })
}

/// Returns `true` if a word of a name looks like a random password.
fn has_random_word(name: &str) -> bool {
    words(name).any(is_short_and_random)
}

/// Returns `true` if a name starts like a token, or contains a run of characters that no name has.
fn looks_like_token(name: &str) -> bool {
    const MIN_BYTES: usize = 12;
    if name.len() < MIN_BYTES {
        return false;
    }
    let has_letters = name.bytes().any(|byte| byte.is_ascii_alphabetic());
    let number = words(name).find(|word| has_letters && is_number(word)).unwrap_or_default();
    let digits = name.bytes().filter(u8::is_ascii_digit).count() - number.len();
    starts_like_token(name)
        || name.len() >= 20 && digits >= 8
        || name.len() >= 20 && name.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
        || words(name).any(|word| word != number && is_random(word))
}

/// Returns the runs of letters and digits.
fn words(name: &str) -> impl Iterator<Item = &[u8]> {
    name.as_bytes().split(|byte| !byte.is_ascii_alphanumeric())
}

/// Returns `true` for the number of a field, a day or a time, as in `customfield_10023456` and
/// `created_20240101120000`. Numbers of cards and accounts are longer.
fn is_number(word: &[u8]) -> bool {
    let is_time = word.len() == 14 && word.starts_with(b"20");
    (word.len() <= 10 || is_time) && word.iter().all(u8::is_ascii_digit)
}

/// Returns `true` if a name has a well-known token prefix (from gitleaks' rules, and the platform's own), unless words
/// follow: `sk_account_number`. Shorter ones may be names.
fn starts_like_token(name: &str) -> bool {
    const MIN_BYTES: usize = 16;
    const STARTS: &str = "-----BEGIN|1//|AIza|AKIA|ASIA|Basic |Bearer |EAA|GOCSPX-|NRAK-|SG.|basic |bearer |eyJ|gho_|ghp_|\
        ghs_|ghu_|github_pat_|glpat-|npm_|pat-|pk-|pk_|pk_live_|pk_test_|rk_|rk_live_|rk_test_|secret_|shpat_|shpca_|\
        shppa_|shpss_|sk-|sk_|sk_live_|sk_test_|tk-|tk_|xapp-|xkeysib-|xoxa-|xoxb-|xoxc-|xoxd-|xoxe-|xoxp-|\
        xoxr-|xoxs-|ya29.";
    let is_word = |word: &[u8]| !word.is_empty() && word.iter().all(u8::is_ascii_lowercase);
    let follows = |start: &str| {
        let rest = name.strip_prefix(start)?.as_bytes();
        let words = || rest.split(|byte| matches!(byte, b'_' | b'-'));
        Some(words().count() < 2 || !words().all(is_word))
    };
    name.len() >= MIN_BYTES && STARTS.split('|').filter_map(follows).any(|is_token| is_token)
}

/// Returns `true` for four or more words of three and more small letters, none of which is common in names and labels:
/// `correct-horse-battery-staple`, perhaps with digits or punctuation at its ends.
fn is_passphrase(key: &str) -> bool {
    const MIN_WORDS: usize = 4;
    const MIN_LETTERS: usize = 3;
    /// A hostile name may have millions.
    const MAX_WORDS: usize = 64;
    const OF_NAMES: &str = "access account accounting address ads amazon api app auth authorization aws azure base billing \
        bot business callback cert certificate city client cloud code company consumer country crm customer data database \
        date domain email end erp facebook finance google grant host hubspot integration key last login management \
        marketing meta microsoft name number online oracle organization partner password path phone platform price \
        private project redirect refresh region report sales salesforce sap scope secret service start status store \
        street sync system tax team tenant time token total type uri url user username workforce workspace zip zoho";
    /// Headings of a table are often sentences.
    const OF_SENTENCES: &str = "and are does for from how that the this was what when where which who with you your";
    let has = |list: &str, word: &str| list.split(' ').any(|known| known == word);
    // A dot leads to a key of an inner object.
    key.split('.').any(|key| {
        let is_end = |character: char| character != '-' && character.is_ascii() && !character.is_ascii_alphabetic();
        let key = key.trim_matches(is_end);
        let words = || key.split(['-', ' ']).take(MAX_WORDS);
        words().count() >= MIN_WORDS
            && words().all(|word| word.len() >= MIN_LETTERS && word.bytes().all(|byte| byte.is_ascii_lowercase()))
            && !words().any(|word| has(OF_NAMES, word) || key.contains(' ') && has(OF_SENTENCES, word))
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::{REDACTED, id, is_unchanged, key, printable, slug};

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
            "Schlüssel",
            "customfield_10023456",
            "created_at_20240101120000",
            "hs_v2_date_entered_1000123456",
            "acme_internal_crm_20240115",
            "awsSecretAccessKey",
            "shpfy_access_token",
            "sk_account_number",
            "pk_integration_id",
            "start-date-and-time",
            "date-last-synced-utc",
            "who signed the contract",
            "$oid",
            "_id.$oid",
            "@type",
            "API Key:",
            "token:prod",
            "#",
            "C#",
            "Cost ($)",
            "Discount%",
            "Is active?",
            "Owner:email",
            "Q1 2024 (%)",
            "Contact: Email",
            "Step 2: API key",
            "C++",
            "npm_config_registry",
            "street city zip country",
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
            "a@b2.example",
            "Fake!Secret#Pass",
            "Authorization: Bearer fake",
            "api_key = fake",
            "https://fake.example",
            "4111111111111111",
            "token_86332798839965",
            "P@ssw0rd 2024!",
            "correct-horse-battery-staple!",
            "hello-from-the-other-side",
            "Qwerty!@#",
            "a:b.c:d",
            "password: fake",
            "sk_abcdefghijklmnop",
            "xoxd-aaaaaaaaaaaa",
            "bearer aaaaaaaaaaaa",
        ] {
            assert_eq!(key(secret), REDACTED, "{secret}");
            assert!(!is_unchanged(secret));
        }
    }

    #[test]
    fn slugs_that_may_be_a_secret_are_redacted() {
        for name in [
            "netsuit",
            "Amazon S3",
            "google/drive",
            "B&H",
            "custom-testapp",
            "日本",
            "Aha!",
            "Disney+",
            "sage-business-cloud-accounting",
            "acme-internal-billing-system",
            "custom-00000000-1111-2222-3333-444444444444",
            "SAPAribaNetworkPurchaseOrderBuyer",
        ] {
            assert_eq!(slug(name), name);
        }
        for secret in [
            "ghp_0123456789abcdefghij",
            "Summer2024!",
            "admin:hunter2pass",
            "https://fake.example",
            "a=b",
            "custom-sk_live_aaaaaaaaaaaa",
            "custom-https://u:p@fake.example",
        ] {
            assert_eq!(slug(secret), REDACTED, "{secret}");
        }
    }

    #[test]
    fn ids_are_kept_unless_they_start_like_a_token() {
        for name in
            ["00000000-1111-2222-3333-444444444444", "auth0|aB3dE6gH9jK2mN5p", "user_aB3dE6gH9jK2mN5p", "a@b.example"]
        {
            assert_eq!(id(name), name);
        }
        for token in ["sk_test_aaaaaaaaaa", "pk_00000000-1111-2222-3333-444444444444", "https://u:fake@host.example"] {
            assert_eq!(id(token), REDACTED, "{token}");
        }
    }

    #[test]
    fn joiners_are_kept_between_letters_and_between_emoji() {
        for name in ["نام\u{200c}خانوادگی", "👩\u{200d}💻", "क्\u{200d}ष"] {
            assert_eq!(printable(name), name);
            assert!(is_unchanged(name));
        }
        assert_eq!(printable("a\u{200d}b\u{200c}"), "a\\u200db\\u200c");
        assert_eq!(printable("é\u{200d}\u{200d}é"), "é\\u200d\\u200dé");
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
