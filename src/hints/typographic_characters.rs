//! Warns about typographic characters inside a value, such as an en dash for a hyphen or a curly quote. The fix replaces
//! them if the result has a known format of the field. A name or a password may contain them.

use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::{Fix, Template};
use crate::catalog::Address;
use crate::fixes::{Edit, straightened};
use crate::verdict::HintCode;

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::TypographicCharacters,
    title: "A value contains typographic characters",
    what: "The value contains a long dash, a curly quote or another character that word processors put in the place of `-`, `'`, `\"` or `...`.",
    why: "Word processors, chats and web pages change characters. Tokens and addresses have only ASCII characters.",
    todo: "Copy the value from where it was created. The fix replaces the characters if the result has a known format of the field.",
    source: "Unicode, block General Punctuation; RFC 6750, section 2.1: a token has ASCII characters only.",
    variants: &[],
};

/// Checks a value that matches no known format of its field.
pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    let is_name = || candidate.field().is_none_or(|field| field.address == Address::None && field.formats.is_empty());
    if candidate.core.is_ascii() || candidate.is_password() || !candidate.secret() && is_name() {
        return None;
    }
    let value = straightened(candidate.core)?;
    let help =
        "The value contains typographic characters, such as a long dash. Copy it again from where it was created.";
    let hint = Template::new(HintCode::TypographicCharacters, help);
    Some(if candidate.is_known(&value) { hint.fix(Fix::Edits(vec![Edit::Straighten])) } else { hint })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::{assert_fixed, noticed, silent};
    use crate::verdict::HintCode::TypographicCharacters;

    #[test]
    fn a_value_with_a_known_format_is_straightened() {
        let token = "pat-na1-00000001-0000-4000-8000-000000000001";
        for dash in ["\u{2013}", "\u{2011}", "\u{2014}", "\u{2212}"] {
            let value = token.replacen('-', dash, 2);
            assert_fixed(TypographicCharacters, "hubspot", "access_token", &value, token);
            assert_fixed(TypographicCharacters, "hubspot", "access_token", &[" \"", &value, "\""].concat(), token);
        }
        assert_fixed(TypographicCharacters, "shopify", "store_name", "acme\u{2013}goods", "acme-goods");
    }

    #[test]
    fn other_values_are_only_named() {
        for (app, key, value) in [
            ("ashby", "api_key", "fake\u{2013}1"),
            ("ashby", "api_key", "fake\u{2019}1"),
            ("mysql", "host", "db\u{2013}1.example.org"),
        ] {
            let hint = noticed(TypographicCharacters, app, key, value);
            assert!(hint.is_some_and(|hint| hint.fix.is_empty()), "{value:?}");
        }
    }

    #[test]
    fn good_values_are_silent() {
        silent(TypographicCharacters, "ashby", "api_key", &["fake-1", "schl\u{fc}ssel", "schl\u{fc}ssel\u{2013}1"]);
        silent(TypographicCharacters, "mysql", "password", &["fake\u{2013}1"]);
        silent(TypographicCharacters, "mysql", "database", &["fake\u{2013}1"]);
    }
}
