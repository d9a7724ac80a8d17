//! Warns about quotes around a value. A password may have quotes, so there is no fix for it.

use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::Template;
use crate::verdict::{HintCode, HintVariant};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::Quoted,
    title: "A value is in quotes",
    what: "The value is in quotes: `\"…\"`, `'…'`, backticks or typographic quotes.",
    why: "The quotes come from a configuration file or a JSON document, and become part of the credential.",
    todo: "Remove the quotes. The fix does it, except for a password.",
    source: "Our own observation.",
    variants: &[
        (HintVariant::Password, "The value is a password, which may contain quotes."),
        (HintVariant::Empty, "There is nothing between the quotes."),
    ],
};

pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    if candidate.inner.len() == candidate.body.len() {
        return None;
    }
    Some(if candidate.inner.is_empty() {
        Template::variant(
            HintCode::Quoted,
            HintVariant::Empty,
            "There is nothing inside the quotes. Enter the value without quotes.",
        )
    } else if candidate.is_password() {
        Template::variant(
            HintCode::Quoted,
            HintVariant::Password,
            "The value is in quotes. Remove them unless they belong to the password.",
        )
    } else {
        Template::new(HintCode::Quoted, "Remove the quotes around the value.")
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::{assert_fixed, noticed, silent};
    use crate::verdict::HintCode::Quoted;

    #[test]
    fn quotes_are_noticed() {
        for value in
            ["\"fake-1\"", "'fake-1'", "`fake-1`", "\u{201c}fake-1\u{201d}", " '\"fake-1\"' ", "\\\"fake-1\\\""]
        {
            assert_fixed(Quoted, "ashby", "api_key", value, "fake-1");
        }
    }

    #[test]
    fn nothing_inside_and_passwords_have_no_fix() {
        for (app, key, value) in [("ashby", "api_key", "\"\""), ("mysql", "password", "\"fake\"")] {
            assert!(noticed(Quoted, app, key, value).is_some_and(|hint| hint.fix.is_empty()));
        }
    }

    #[test]
    fn good_values_are_silent() {
        silent(
            Quoted,
            "ashby",
            "api_key",
            &["fake-1", "fa\"ke", "\"fake", "fake'", "{\"a\":\"b\"}", "\"a\" and \"b\""],
        );
    }
}
