//! Warns about a value that a URL has percent-encoded or that a JSON text has escaped: `1%2F%2F0g…`, `1\/\/0g…`. The
//! fix decodes it if the result has a known format of the field.
//!
//! A password may contain anything, and a URL may be encoded in part. The bearer tokens of X contain `%2B` and `%3D` as
//! they are issued.

use super::support::byte_class::ByteClass;
use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::{Fix, Template};
use crate::catalog::Address;
use crate::fixes::{Edit, decoded};
use crate::text::starts_with_ignore_case;
use crate::verdict::{HintCode, HintVariant};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::Encoded,
    title: "A value is percent-encoded or escaped",
    what: "The value has characters in percent-encoding, such as `%2F` for `/`, or in escapes of JSON, such as `\\/`.",
    why: "It was copied from a URL, a request log or a JSON file. The app takes the encoding for a part of the credential.",
    todo: "Enter the value decoded. The fix does it if the result has a known format of the field.",
    source: "RFC 3986, section 2.1; RFC 8259, section 7.",
    variants: &[(HintVariant::Json, "The value has escapes of JSON.")],
};

/// How the bearer tokens of X start.
const KEPT: &str = "AAAAAAAAAAAAAAAAAAAA";

/// Checks a value that matches no known format of its field.
pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    let text = candidate.core;
    let address = candidate.field().map_or(Address::None, |field| field.address);
    if !candidate.classes.has(ByteClass::MARK | ByteClass::SEPARATOR)
        || candidate.is_password()
        || text.starts_with(KEPT)
    {
        return None;
    }
    let value = decoded(text)?;
    let is_known =
        candidate.is_known(&value) || address == Address::Url && starts_with_ignore_case(text, "https%3a%2f%2f");
    let may_be = || candidate.takes_token() && address == Address::None && is_typical(text);
    if !is_known && !may_be() {
        return None;
    }
    let hint = if text.contains('%') {
        Template::new(
            HintCode::Encoded,
            "The value is percent-encoded, as in a URL. Enter it decoded, for example / for %2F.",
        )
    } else {
        let help = "The value is escaped, as in JSON. Enter it without escapes, for example / for \\/.";
        Template::variant(HintCode::Encoded, HintVariant::Json, help)
    };
    Some(if is_known { hint.fix(Fix::Edits(vec![Edit::Decode])) } else { hint.fix(Fix::None) })
}

/// Returns `true` if a value has only characters that percent-encoding keeps, and at least one that tokens contain and
/// that it does not keep; or the escaped slash of JSON.
fn is_typical(text: &str) -> bool {
    const USUAL: [&str; 5] = ["%2F", "%3D", "%2B", "%3A", "%7C"];
    let is_kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte);
    let has_usual =
        USUAL.iter().any(|usual| text.as_bytes().windows(3).any(|part| part.eq_ignore_ascii_case(usual.as_bytes())));
    text.bytes().all(is_kept) && has_usual || text.as_bytes().windows(2).any(|part| part == b"\\/")
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::{assert_fixed, noticed, silent};
    use crate::verdict::HintCode::Encoded;

    #[test]
    fn a_value_with_a_known_format_is_decoded() {
        for value in [
            "1%2F%2F0gFAKEFAKE-FAKE",
            "1\\/\\/0gFAKEFAKE-FAKE",
            "1%252F%252F0gFAKEFAKE-FAKE",
            "\"1%2f%2f0gFAKEFAKE-FAKE\" ",
        ] {
            assert_fixed(Encoded, "gmail", "refresh_token", value, "1//0gFAKEFAKE-FAKE");
        }
        assert_fixed(Encoded, "odoo", "url", "https%3A%2F%2Facme.example.com%2Fweb", "https://acme.example.com/web");
    }

    #[test]
    fn a_value_without_a_known_format_is_only_named() {
        for value in ["fake%2Ffake%3D%3D", "fake\\/fake", "Bearer fake%2Bfake"] {
            assert!(noticed(Encoded, "ashby", "api_key", value).is_some_and(|hint| hint.fix.is_empty()), "{value:?}");
        }
    }

    #[test]
    fn good_values_are_silent() {
        silent(
            Encoded,
            "ashby",
            "api_key",
            &[
                "fake-1",
                "100%",
                "fake%2",
                "fa%ke",
                "%41fake",
                "fa/ke%2F",
                "fake\\1",
                "AAAAAAAAAAAAAAAAAAAAAFAKE%2Bfake%3D",
            ],
        );
        silent(Encoded, "mysql", "password", &["fake%2Ffake", "fake\\/fake"]);
        silent(Encoded, "odoo", "url", &["https://acme.example.com/a%2Fb", "https://acme.example.com/?a=%3D"]);
        silent(Encoded, "mysql", "database", &["fake%2Ffake"]);
    }
}
