//! Tells values that raise no hint from those that may, without decoding them: most values are plain.
//! What is not plain is looked at in full, so a value may be called that for any reason. What is called plain must raise
//! nothing, which a property test holds against the hints.

use super::candidate::known_formats;
use super::foreign_format::recognise;
use super::letters::Letters;
use super::masked;
use super::pairs::Pairs;
use super::placeholder::{self, WISHES, ZEROS, is_same};
#[cfg(test)]
use super::{Environment, Subject, Value, check};
use crate::catalog::{Address, Field, pattern};
#[cfg(test)]
use crate::catalog::{App, AuthType};
#[cfg(any())]
use crate::edit::peeled;
use crate::edit::undoubled;
use crate::search::find_word;

static WISH_STARTS: Pairs = Pairs::of_starts(&[WISHES]);
static WORD_ENDS: Pairs = Pairs::of_ends(&[placeholder::NEVER, placeholder::NEVER_SECRET, masked::WORDS]);

/// How a JSON Web Token starts.
const TOKEN: &[u8] = b"eyJ";

/// Whether no hint can be at this text of a field; `text` holds no JSON escape.
#[inline(never)]
pub fn is_plain(field: &'static Field, text: &[u8]) -> bool {
    // What follows the scheme of a URL is looked at as any value.
    let scheme = if field.address == Address::Url { "https://" } else { "" };
    let Some(rest) = text.strip_prefix(scheme.as_bytes()) else {
        return false;
    };
    if rest.is_empty() {
        return scheme.is_empty(); // rule 10
    }
    let letters = Letters::of(rest);
    is_ordinary(field.name, rest, letters)
        && match field.address {
            Address::None => true,
            Address::Url => !is_doubled(text),
            Address::Host => !letters.has(Letters::POINT) || !rest.contains(&b'/') && !is_doubled(text),
            Address::Subdomain(_) => !letters.has(Letters::POINT),
        }
        && is_shaped(field, rest)
}

/// Whether [`is_plain_at_a_glance`] can tell of texts of the field.
#[cfg(test)]
pub(crate) fn is_simple(field: &'static Field) -> bool {
    field.address == Address::None && field.formats.is_empty()
}

/// How the field's name starts, in small letters; 0 where it starts with neither a letter nor a digit.
#[cfg(test)]
pub(crate) fn name_start(field: &'static Field) -> u8 {
    field.name.bytes().next().filter(u8::is_ascii_alphanumeric).map_or(0, |first| first.to_ascii_lowercase())
}

/// The same for a simple field, of which no more than [`name_start`] is known; `false` where that does not tell.
#[cfg(test)]
#[inline(never)]
pub(crate) fn is_plain_at_a_glance(name_start: u8, text: &[u8]) -> bool {
    let Some(first) = text.first().filter(|first| name_start != 0 && first.is_ascii_alphanumeric()) else {
        return false;
    };
    let letters = Letters::of(text);
    first.to_ascii_lowercase() != name_start
        && !letters.has(Letters::ODD)
        && !is_worded(text, letters.has(Letters::DIGIT))
        && !text.starts_with(TOKEN)
        && recognise(text).is_none()
}

/// Whether the end of a host may stand twice.
fn is_doubled(text: &[u8]) -> bool {
    /// Two labels twice.
    const DOTS: usize = 3;
    text.iter().filter(|byte| **byte == b'.').count() >= DOTS
        && std::str::from_utf8(text).is_ok_and(|text| undoubled(text).is_some())
}

/// Whether no hint can hang on the text of a key that is no field.
#[cfg(any())]
pub(crate) fn is_plain_elsewhere(key: &str, text: &[u8]) -> bool {
    let letters = Letters::of(text);
    // An address may be moved to a field that takes a part of it.
    is_ordinary(key, text, letters)
        && !letters.has(Letters::POINT)
        && !text.starts_with(TOKEN)
        && recognise(text).is_none()
}

/// Whether no hint is at a value of a field, whatever the time and the environment are: looks at it in full.
#[cfg(test)]
pub(crate) fn is_silent(app: &'static App, auth_type: &'static AuthType, field: &'static Field, text: &str) -> bool {
    let value = Value { key: field.name.into(), field: Some(field), text: text.into() };
    looks_silent(Some(app), Some(auth_type), &value)
}

/// The same for the text of a key that is no field, without what is said of its key.
#[cfg(any())]
pub(crate) fn is_silent_elsewhere(key: &str, text: &str) -> bool {
    // An object as text: whether that is worth a hint hangs on the app.
    !text.as_bytes().contains(&b'{')
        && !Letters::of(text.as_bytes()).has(Letters::POINT)
        && recognise(peeled(text).as_bytes()).is_none()
        && looks_silent(None, None, &Value { key: key.into(), field: None, text: text.into() })
}

#[cfg(test)]
fn looks_silent(app: Option<&'static App>, auth_type: Option<&'static AuthType>, value: &Value<'_>) -> bool {
    let known = value.field.into_iter().flat_map(known_formats);
    let environments: &[Environment] = match known.filter(|format| format.mode.is_some()).count() {
        0 => &[Environment::Test],
        _ => &[Environment::Test, Environment::Production],
    };
    environments.iter().all(|environment| {
        let subject = Subject {
            app,
            auth_type,
            root: Vec::new(),
            values: &[],
            environment: Some(*environment),
            now: u64::MAX,
            letters: true,
        };
        check(&subject, value).is_none()
    })
}

/// Whether the text is none of those that raise a hint in whatever field.
fn is_ordinary(key: &str, text: &[u8], letters: Letters) -> bool {
    !letters.has(Letters::ODD) && !is_worded(text, letters.has(Letters::DIGIT)) && !is_same(text, key.as_bytes())
}

/// Whether the text may be a word that stands for a value, or have one at an end.
fn is_worded(text: &[u8], has_digit: bool) -> bool {
    const LONGEST_WORD_BYTES: usize = 20;
    let ([first, ..], [.., last]) = (text, text) else {
        return false;
    };
    let (first, last) = (*first | 0x20, *last | 0x20);
    let starts = |word: &str| {
        text.split_at_checked(word.len()).is_some_and(|(head, _)| head.eq_ignore_ascii_case(word.as_bytes()))
    };
    text.len() <= LONGEST_WORD_BYTES && !has_digit && is_word(text)
        || matches!(last, b'x' | b'.')
        || last == b'd' && text.last_chunk().is_some_and(|end: &[u8; 8]| end.eq_ignore_ascii_case(b"redacted"))
        || last == b'e' && text.last_chunk().is_some_and(|end: &[u8; 4]| end.eq_ignore_ascii_case(b"here"))
        || text.get(1).is_some_and(|second| WISH_STARTS.has(first, *second))
            && find_word(WISHES, &mut |word| starts(word)).is_some()
        || first == b'p' && starts("process.env.")
        || text == ZEROS.as_bytes()
}

/// Whether the text is a word that stands for a value, but for what is no letter and no digit.
fn is_word(text: &[u8]) -> bool {
    let letter = |byte: &&u8| byte.is_ascii_alphanumeric();
    let ends = text.iter().find(letter).zip(text.iter().rev().find(letter));
    ends.is_some_and(|(first, last)| WORD_ENDS.has(*first, *last))
        && (placeholder::is_any_word(text) || masked::is_any_word(text))
}

/// Whether the text has a shape that the field is known to take, or none that is known.
fn is_shaped(field: &'static Field, text: &[u8]) -> bool {
    if text.starts_with(TOKEN) {
        return false;
    }
    let known = || known_formats(field);
    match known().find(|format| pattern::matches(format.program, text)) {
        Some(format) => format.mode.is_none(),
        None => recognise(text).is_none() && known().next().is_none_or(|_| !known().all(|format| format.exclusive)),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::{is_plain, is_plain_at_a_glance, is_silent, is_simple, name_start};
    use crate::catalog;
    use crate::hints::tests::{Request, pasted};

    /// Texts with words in them that stand for a value, and beginnings of known shapes.
    fn near() -> impl Strategy<Value = String> {
        let words = [
            "redacted",
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
            "xxx",
            "process.env.",
            "_redacted",
            "...",
            "00000000-0000-0000-0000-000000000000",
            "eyJ",
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

    #[test]
    fn a_host_that_ends_twice_is_not_plain() {
        let gmail = catalog::Catalog::default().find("gmail").unwrap();
        let field =
            gmail.auth_type("oauth2").unwrap().fields.iter().find(|field| field.name == "callback_url").unwrap();
        assert!(is_plain(field, b"https://acme.example.com/path"));
        assert!(!is_plain(field, b"https://acme.example.com.example.com/path"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]

        #[test]
        fn what_is_plain_raises_no_hint(
            place in any::<prop::sample::Index>(),
            value in prop_oneof![near(), pasted(), "[a-zA-Z0-9_.-]{0,40}", any::<String>()],
            scheme in prop::sample::select(vec!["", "", "https://", "HTTPS://", "https://https://"]),
        ) {
            let value = [scheme, &value].concat();
            let app = *place.get(&catalog::Catalog::default().apps());
            for field in app.auth_types.iter().flat_map(|auth_type| auth_type.fields.iter()) {
                for value in [value.as_str(), field.name] {
                    let glance = is_simple(field) && is_plain_at_a_glance(name_start(field), value.as_bytes());
                    if glance || is_plain(field, value.as_bytes()) || is_silent(app, &app.auth_types[0], field, value) {
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
    }
}
