//! Warns about a comma or a semicolon after a token or an address, from a line of code or a list. The fix removes it,
//! because neither can end with one. A password, a client secret or a name may.

use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::Template;
use crate::verdict::HintCode;

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::TrailingPunctuation,
    title: "A comma or a semicolon follows a value",
    what: "The value ends with `,` or `;`.",
    why: "It comes from a line of code, JSON or a list, and becomes part of the credential.",
    todo: "Remove it. The fix does it.",
    source: "RFC 6750, section 2.1: a token ends with a letter, a digit, or one of `-._~+/=`.",
    variants: &[],
};

pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    let is_there = candidate.body.len() < candidate.bare.len();
    is_there.then(|| Template::new(HintCode::TrailingPunctuation, "Remove the comma or semicolon after the value."))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::{assert_fixed, silent};
    use crate::verdict::HintCode::{Quoted, TrailingPunctuation};

    #[test]
    fn punctuation_after_a_value_is_noticed() {
        for value in ["fake-1,", "fake-1;", "fake-1,\n", " fake-1 ;"] {
            assert_fixed(TrailingPunctuation, "ashby", "api_key", value, "fake-1");
        }
        assert_fixed(Quoted, "ashby", "api_key", "\"fake-1\",", "fake-1");
        assert_fixed(TrailingPunctuation, "shopify", "store_name", "acme,", "acme");
        assert_fixed(TrailingPunctuation, "mysql", "host", "db.example.org;", "db.example.org");
    }

    #[test]
    fn good_values_are_silent() {
        silent(TrailingPunctuation, "ashby", "api_key", &["fake-1", "fa,ke", "fa#ke$1;", ","]);
        silent(TrailingPunctuation, "gmail", "client_secret", &["fake-1;"]);
        silent(TrailingPunctuation, "mysql", "password", &["fake-1,", "fake-1;"]);
        silent(TrailingPunctuation, "mysql", "user", &["Acme, Inc.,"]);
    }
}
