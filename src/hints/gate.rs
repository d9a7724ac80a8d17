//! Tells values that raise no hint from those that may, without decoding them: most values are plain.
//! What is not plain is looked at in full, so a value may be called that for any reason. What is called plain must raise
//! nothing, which a property test holds against the hints.

use super::foreign_format::recognise;
use super::masked;
use super::placeholder::{self, WISHES, ZEROS, is_same};
use super::signs::Signs;
use crate::catalog::{Address, Field, formats, pattern};
use crate::search::find_word;

/// Whether no hint can be at this text of a field; `text` holds no JSON escape.
#[inline(never)]
pub(crate) fn is_plain(field: &Field, text: &[u8]) -> bool {
    // What follows the scheme of a URL is looked at as any value.
    let scheme = if field.address == Address::Url { "https://" } else { "" };
    let Some(text) = text.strip_prefix(scheme.as_bytes()) else {
        return false;
    };
    let ([first, ..], [.., last]) = (text, text) else {
        return scheme.is_empty(); // rule 10
    };
    let signs = Signs::of(text);
    !signs.has(Signs::SPACE | Signs::ODD | Signs::QUOTE | Signs::MARK | Signs::COLON)
        && match field.address {
            Address::None | Address::Url => true,
            Address::Host | Address::Subdomain(_) => !signs.has(Signs::SLASH | Signs::DOT),
        }
        && !is_worded(text, *first | 0x20, *last | 0x20, signs)
        && !is_same(text, field.name.as_bytes())
        && is_shaped(field, text)
}

/// Whether the text may be a word that stands for a value, or have one at an end; the bytes at its ends in small letters.
fn is_worded(text: &[u8], first: u8, last: u8, signs: Signs) -> bool {
    const LONGEST_WORD_BYTES: usize = 20;
    // No word has a digit.
    let short = text.len() <= LONGEST_WORD_BYTES && (!signs.has(Signs::DIGIT) || last == b'd');
    let starts = |word: &str| {
        text.split_at_checked(word.len()).is_some_and(|(head, _)| head.eq_ignore_ascii_case(word.as_bytes()))
    };
    short && (last == b'd' || placeholder::is_any_word(text) || masked::is_any_word(text))
        || matches!(last, b'x' | b'.')
        || last == b'e' && text.last_chunk().is_some_and(|end: &[u8; 4]| end.eq_ignore_ascii_case(b"here"))
        || matches!(first, b'y' | b'i' | b'e' | b'r' | b'p' | b'a' | b's')
            && find_word(WISHES, &mut |word| starts(word)).is_some()
        || first == b'p' && starts("process.env.")
        || text == ZEROS.as_bytes()
}

/// Whether the text has a shape that the field is known to take, or none that is known.
fn is_shaped(field: &Field, text: &[u8]) -> bool {
    if text.starts_with(b"eyJ") {
        return false;
    }
    if field.formats.is_empty() {
        return recognise(text).is_none();
    }
    let known = || field.formats.iter().filter_map(|index| formats().get(usize::from(*index)));
    match known().find(|format| pattern::matches(format.program, text)) {
        Some(format) => format.mode.is_none(),
        None => recognise(text).is_none() && !known().all(|format| format.exclusive),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::is_plain;
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

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]

        #[test]
        fn what_is_plain_raises_no_hint(
            place in any::<prop::sample::Index>(),
            value in prop_oneof![near(), pasted(), "[a-zA-Z0-9_.-]{0,40}", any::<String>()],
            scheme in prop::sample::select(vec!["", "", "https://", "HTTPS://", "https://https://"]),
        ) {
            let value = [scheme, &value].concat();
            let app = *place.get(&catalog::apps());
            for field in app.auth_types.iter().flat_map(|auth_type| auth_type.fields.iter()) {
                for value in [value.as_str(), field.name] {
                    if is_plain(field, value.as_bytes()) {
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
