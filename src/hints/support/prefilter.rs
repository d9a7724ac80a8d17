//! A cheap check that a value cannot raise a hint, which is so for most values. It decodes and copies nothing.
//!
//! Any other value is checked in full, so false negatives are fine. False positives are bugs; property tests compare
//! both functions with the hints.

use serde::Serialize;

use super::byte_class::ByteClass;
use super::candidate::{known_formats, takes_private_key};
use super::jwt;
use crate::catalog::{Address, Field, formats, pattern};
use crate::fixes::{PUTTY, undoubled};
use crate::hints::foreign_format::{is_distinctive, recognise, rejected};
use crate::hints::no_refresh_token::is_rotating;
use crate::hints::url_for_subdomain::is_reserved;
use crate::hints::{encrypted, export_mark, masked, placeholder, secret_reference};
use crate::text::{ends_with_ignore_case, starts_with_ignore_case};

/// A value with one of these may have a hint.
const ODD: u16 = ByteClass::SPACE | ByteClass::CONTROL | ByteClass::QUOTE | ByteClass::MARK | ByteClass::SEPARATOR;

/// How a value starts that may have a hint in any field, in lower case.
fn starts() -> impl Iterator<Item = &'static str> {
    placeholder::WISHES.into_iter().chain([placeholder::VARIABLE, placeholder::NIL])
}

/// How a value ends that may have a hint in any field, in lower case.
fn ends() -> impl Iterator<Item = &'static str> {
    placeholder::WISH_ENDS.into_iter().chain([placeholder::CROSS, masked::END, masked::CUT])
}

/// The first characters of [`starts`], and the last ones of [`ends`]: most values have others.
const FIRST: [u64; 2] = {
    let wishes = with_ends([0; 2], End::First, &placeholder::WISHES);
    with_ends(wishes, End::First, &[placeholder::VARIABLE, placeholder::NIL])
};
const LAST: [u64; 2] = {
    let wishes = with_ends([0; 2], End::Last, &placeholder::WISH_ENDS);
    with_ends(wishes, End::Last, &[placeholder::CROSS, masked::END, masked::CUT])
};

/// How a value starts that may have a hint in any field, except for formats.
const PREFIXES: [&str; 8] = {
    let [openssl, fernet, age, kms, dpapi, powershell] = encrypted::STARTS;
    [jwt::START, PUTTY, openssl, fernet, age, kms, dpapi, powershell]
};

/// Returns `true` only if no hint can apply to this value of a field, given without JSON escapes.
pub fn is_hint_free(field: &'static Field, value: &[u8]) -> bool {
    // The rest of a URL is checked like any value.
    let scheme = if matches!(field.address, Address::Url) { "https://" } else { "" };
    let Some(rest) = value.strip_prefix(scheme.as_bytes()) else {
        return false;
    };
    if rest.is_empty() {
        return scheme.is_empty(); // rule 10 rejects it
    }
    let classes = ByteClass::of(rest);
    let is_word = || placeholder::is_any_word(rest) || masked::is_any_word(rest);
    let has_start = has(FIRST, rest.first()) && starts().any(|start| starts_with_ignore_case(rest, start));
    let has_end = has(LAST, rest.last()) && ends().any(|end| ends_with_ignore_case(rest, end));
    !has_start
        && !has_end
        && !classes.has(ODD)
        && (classes.has(ByteClass::DIGIT) || !is_word())
        && !export_mark::may_be(rest)
        && !(classes.has(ByteClass::PASTE) && may_be_pasted(rest))
        && !(classes.has(ByteClass::PASTE | ByteClass::SLASH) && secret_reference::may_be(rest))
        && !placeholder::is_same(rest, field.name.as_bytes())
        && match field.address {
            Address::None => true,
            Address::Url => !may_be_doubled(value),
            Address::Host => !classes.has(ByteClass::SLASH) && !may_be_doubled(value),
            Address::Subdomain(_) => !classes.has(ByteClass::SLASH | ByteClass::DOT) && !is_reserved(rest),
        }
        && !is_rotating(rest)
        && has_usual_format(field, rest)
}

/// Returns `true` if a value has a `=` inside, not only the padding of base64 at its end; an `@`; or punctuation after it.
fn may_be_pasted(value: &[u8]) -> bool {
    let end = value.iter().rposition(|byte| *byte != b'=').unwrap_or_default();
    let inside = value.get(..=end).unwrap_or_default();
    inside.iter().any(|byte| matches!(byte, b'=' | b'@')) || matches!(inside.last(), Some(b',' | b';'))
}

/// Returns `true` if a set of lower-case ASCII characters has this one, in any case. A set has a bit for each.
fn has([low, high]: [u64; 2], byte: Option<&u8>) -> bool {
    byte.map(u8::to_ascii_lowercase).is_some_and(|byte| match byte {
        0..64 => low >> byte & 1 != 0,
        64..128 => high >> (byte - 64) & 1 != 0,
        _ => false,
    })
}

/// Which end of a word.
#[derive(Clone, Copy)]
enum End {
    First,
    Last,
}

/// Adds a character of each word to a set.
const fn with_ends(mut set: [u64; 2], end: End, words: &[&str]) -> [u64; 2] {
    let mut rest = words;
    while let [word, after @ ..] = rest {
        let byte = match end {
            End::First => word.as_bytes().first(),
            End::Last => word.as_bytes().last(),
        };
        if let Some(byte) = byte {
            set = with(set, *byte);
        }
        rest = after;
    }
    set
}

const fn with([low, high]: [u64; 2], byte: u8) -> [u64; 2] {
    if byte < 64 { [low | 1 << byte, high] } else { [low, high | 1 << (byte - 64)] }
}

/// Returns `true` if an address may have two equal domain suffixes.
fn may_be_doubled(address: &[u8]) -> bool {
    /// Two labels, twice.
    const MIN_DOTS: usize = 3;
    address.iter().filter(|byte| **byte == b'.').count() >= MIN_DOTS
        && std::str::from_utf8(address).map_or(true, |address| undoubled(address).is_some())
}

/// Returns `true` if a value has a format that the field is known to take, or no known format in a field that also
/// takes others.
fn has_usual_format(field: &'static Field, value: &[u8]) -> bool {
    if PREFIXES.iter().any(|prefix| value.starts_with(prefix.as_bytes())) {
        return false;
    }
    if takes_private_key(field) {
        return false;
    }
    let known = || known_formats(field);
    match known().find(|format| pattern::matches(format.program, value)) {
        Some(format) => format.mode.is_none(),
        None => {
            recognise(value).is_none()
                && rejected(field, value).is_none()
                && known().next().is_none_or(|_| !known().all(|format| format.exclusive))
        }
    }
}

/// What an ordinary value must not contain.
///
/// A value is ordinary if it has at least 16 characters, all of them ASCII letters, digits, `.`, `_` or `-`. The first
/// and the last one is a letter or digit, and at least one is a digit. It has none of these prefixes, and in lower case
/// none of these starts and ends. An ordinary value raises no hint in any field for which [`may_hint`] is `false`.
#[derive(Debug, Serialize)]
pub struct Ordinary {
    /// Case-sensitive.
    pub prefixes: Vec<&'static str>,
    /// In lower case.
    pub starts: Vec<&'static str>,
    /// In lower case.
    pub ends: Vec<&'static str>,
}

/// Returns what an ordinary value must not contain.
pub fn ordinary() -> Ordinary {
    let known = formats().iter().map(|format| format.prefix).filter(|prefix| is_distinctive(prefix));
    let mut prefixes: Vec<&'static str> = Vec::new();
    // Formats are sorted by prefix, so that a prefix comes before those that start with it.
    for prefix in PREFIXES.into_iter().chain(known) {
        if !prefixes.iter().any(|shorter| prefix.starts_with(shorter)) {
            prefixes.push(prefix);
        }
    }
    Ordinary { prefixes, starts: starts().collect(), ends: ends().collect() }
}

/// Returns `true` only if no hint can apply to this account ID: ASCII letters, digits and `._-:@`, the first one a letter
/// or digit, with at least one digit, and none of the starts and ends that ordinary values do not have.
/// `packages/auth-object/src/check/ordinary-value.ts` has the same.
pub(in crate::hints) fn is_ordinary_id(id: &[u8]) -> bool {
    let is_usual = |byte: &u8| byte.is_ascii_alphanumeric() || b"._-:@".contains(byte);
    id.first().is_some_and(u8::is_ascii_alphanumeric)
        && id.iter().all(is_usual)
        && id.iter().any(u8::is_ascii_digit)
        && !(has(FIRST, id.first()) && starts().any(|start| starts_with_ignore_case(id, start)))
        && !(has(LAST, id.last()) && ends().any(|end| ends_with_ignore_case(id, end)))
}

/// Returns `true` if an ordinary value may raise a hint in this field: the field has a format or an address, or its
/// name has a digit, so that an ordinary value may be that name.
pub fn may_hint(field: &Field) -> bool {
    !field.formats.is_empty() || field.address != Address::None || field.name.bytes().any(|byte| byte.is_ascii_digit())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::{Ordinary, PREFIXES, ends, is_hint_free, may_hint, ordinary, starts};
    use crate::catalog::{self, Address, Field, Input};
    use crate::hints::support::tests::{NOW, Request, pasted};
    use crate::hints::{HintInput, HintValue, collect};
    use crate::request::Environment;

    /// Strings with placeholder words, and prefixes of known formats.
    fn near() -> impl Strategy<Value = String> {
        let words = [
            "redacted",
            "#",
            "REF!",
            "n/a",
            "1.5E+11",
            "'1",
            "Hidden",
            "todo",
            "changeme",
            "null",
            "none",
            "apikey",
            "token",
            "your",
            "insert",
            "example",
            "put",
            "key",
            "here",
            "-here",
            "xxx",
            "process.env.",
            "_redacted",
            "...",
            "00000000-0000-0000-0000-000000000000",
            "eyJ",
            "PuTTY-User-Key-File-",
            "U2FsdGVkX1",
            "gAAAAA",
            "API_KEY=",
            "=",
            ",",
            ";",
            "@",
            "!vault",
            "/run/secrets/",
            "projects/",
            "/secrets/",
            "secret/",
            "eyJhbGciOiJSUzI1NiJ9.",
            "__",
            "ya29.",
            "sk_test_",
            "shpat_",
            "AKIA",
            "-",
            "_",
            "A1",
            "b2",
            "0123456789abcdef",
            "acme",
            ".acme.com",
            ".auth0.com",
            ".myshopify.com",
            "/",
        ];
        let piece = prop::sample::select(words.to_vec());
        prop::collection::vec(piece, 1..5).prop_map(|pieces| pieces.concat())
    }

    fn is_ordinary(ordinary: &Ordinary, value: &str) -> bool {
        let is_end = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let lower = value.to_lowercase();
        let bytes = value.as_bytes();
        bytes.len() >= 16
            && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(byte))
            && is_end(bytes.first())
            && is_end(bytes.last())
            && bytes.iter().any(u8::is_ascii_digit)
            && !ordinary.prefixes.iter().any(|prefix| value.starts_with(prefix))
            && !ordinary.starts.iter().any(|start| lower.starts_with(start))
            && !ordinary.ends.iter().any(|end| lower.ends_with(end))
    }

    /// Strings of the characters of ordinary values that start or end like others.
    fn nearly_ordinary() -> impl Strategy<Value = String> {
        let first = catalog::formats().iter().map(|format| format.prefix).chain(PREFIXES).chain(starts());
        let first = prop::sample::select(first.chain(["", "1", "A2-"]).collect::<Vec<_>>());
        let end = prop::sample::select(ends().chain([""; 10]).collect::<Vec<_>>());
        let middle = prop_oneof!["[a-zA-Z0-9._-]{0,48}", "[0-9a-f]{32}", "[a-zA-Z0-9]{8,40}", "[xX.-]{0,20}"];
        (first, middle, end, "[a-zA-Z0-9]?")
            .prop_map(|(first, middle, end, last)| [first, &middle, &end.to_uppercase(), &last].concat())
    }

    #[test]
    fn a_host_with_a_doubled_suffix_is_not_plain() {
        let gmail = catalog::Catalog::default().find("gmail").unwrap();
        let field =
            gmail.auth_type("oauth2").unwrap().fields.iter().find(|field| field.name == "callback_url").unwrap();
        assert!(is_hint_free(field, b"https://acme.example.com/path"));
        assert!(!is_hint_free(field, b"https://acme.example.com.example.com/path"));
    }

    #[test]
    fn most_tokens_are_ordinary() {
        let ordinary = ordinary();
        for value in ["0123456789abcdef", "QJZ0123456789-QJZ_0", "acme-fake-0.client"] {
            assert!(is_ordinary(&ordinary, value), "{value}");
        }
        for value in ["eyJ0123456789abcdef", "Your-key-0123456789", "0123456789abcde_HERE", "PuTTY-User-Key-File-3"] {
            assert!(!is_ordinary(&ordinary, value), "{value}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]

        #[test]
        fn plain_values_raise_no_hint(
            place in any::<prop::sample::Index>(),
            value in prop_oneof![near(), pasted(), "[a-zA-Z0-9_.-]{0,40}", any::<String>()],
            scheme in prop::sample::select(vec!["", "", "https://", "HTTPS://", "https://https://"]),
        ) {
            let value = [scheme, &value].concat();
            let app = *place.get(&catalog::Catalog::default().apps());
            for field in app.auth_types.iter().flat_map(|auth_type| auth_type.fields.iter()) {
                for value in [value.as_str(), field.name] {
                    if is_hint_free(field, value.as_bytes()) {
                        let mut request = Request::of(app.slug, &[(field.name, value), ("refresh_token", "fake-1")]);
                        if field.name == "refresh_token" {
                            request.values.pop();
                        }
                        let hints = request.hints();
                        prop_assert!(hints.iter().all(|hint| hint.path.last().unwrap() != field.name), "{value:?}: {hints:?}");
                    }
                }
            }
        }

        #[test]
        fn ordinary_values_raise_no_hint(
            value in prop_oneof![nearly_ordinary(), near()],
            name in prop_oneof!["[a-z_]{1,20}", "(pass|pwd|token|secret|api_key|access_token)_?[a-z]{0,3}"],
            secret in any::<bool>(),
            production in any::<bool>(),
        ) {
            if is_ordinary(&ordinary(), &value) {
                let field: &Field = Box::leak(Box::new(Field {
                    name: name.leak(),
                    label: None,
                    secret,
                    input: Input::Text,
                    options: &[],
                    formats: &[],
                    address: Address::None,
                }));
                prop_assert!(!may_hint(field) && is_hint_free(field, value.as_bytes()), "{value:?}");
                let values = [HintValue { key: field.name.into(), field: Some(field), text: value.as_str().into() }];
                let input = HintInput {
                    app: None,
                    auth_type: None,
                    root: vec!["auth_object".into()],
                    values: &values,
                    environment: Some(if production { Environment::Production } else { Environment::Test }),
                    now: NOW,
                };
                let mut hints = Vec::new();
                collect(&input, &mut hints);
                prop_assert!(hints.is_empty(), "{value:?} of {}: {hints:?}", field.name);
            }
        }
    }
}
