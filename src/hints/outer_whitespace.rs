//! Warns about white space or a line break around a value. A password may contain it on purpose, so there is no fix.
//! Keys end in a line break and JSON ignores white space, so neither has the hint.

use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::Template;
use crate::fixes::{edges, is_json};
use crate::text::has_space;
use crate::verdict::{HintCode, HintVariant};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::OuterWhitespace,
    title: "A value starts or ends with white space",
    what: "There is a space or a line break before or after the value.",
    why: "It is copied along from a terminal, a PDF or a file, and becomes part of the credential.",
    todo: "Remove it. The fix does it, except for a password.",
    source: "Unicode, property White_Space.",
    variants: &[(HintVariant::Password, "The value is a password, which may start or end with a space.")],
};

pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    let (before, core, after) = edges(&candidate.value.text);
    if core.is_empty() || is_json(core) || !has_space(before) && !has_space(after) {
        return None;
    }
    Some(if candidate.is_password() {
        Template::variant(
            HintCode::OuterWhitespace,
            HintVariant::Password,
            "The value starts or ends with a space or a line break. Remove it unless it belongs to the password.",
        )
    } else {
        Template::new(HintCode::OuterWhitespace, "Remove the spaces and line breaks around the value.")
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::{assert_fixed, noticed, silent};
    use crate::verdict::HintCode::OuterWhitespace;

    #[test]
    fn space_and_line_breaks_are_noticed() {
        for value in [" fake-1", "fake-1\n", "\tfake-1\r\n", "fake-1\u{a0}", "\u{3000}fake-1"] {
            assert_fixed(OuterWhitespace, "ashby", "api_key", value, "fake-1");
        }
    }

    #[test]
    fn in_a_password_it_is_only_named() {
        assert!(noticed(OuterWhitespace, "mysql", "password", "fake-1 ").is_some_and(|hint| hint.fix.is_empty()));
    }

    #[test]
    fn good_values_are_silent() {
        silent(OuterWhitespace, "ashby", "api_key", &["fake-1", "fake 1", "\u{feff}fake-1", "   ", ""]);
        silent(OuterWhitespace, "sftp", "pem_key", &["-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"]);
    }
}
