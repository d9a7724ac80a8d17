//! Warns about characters that nobody sees: zero-width characters, a byte order mark, bidirectional marks, control
//! characters, and line breaks inside a value. The fix never removes a line break, because somebody may have pasted
//! two values. Keys and JSON may have line breaks.

use super::support::byte_class::ByteClass;
use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::{Fix, Template};
use crate::catalog::Input;
use crate::fixes::{has_break, has_invisible, is_json, is_private_key, visible};
use crate::verdict::{HintCode, HintVariant};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::InvisibleCharacters,
    title: "A value contains invisible characters",
    what: "The value contains characters that nobody sees, such as a zero-width space or a byte order mark, or a line break or a tab.",
    why: "They come from web pages, chats and PDF files, and become part of the credential.",
    todo: "Remove them, or copy the value again. The fix removes invisible characters, but never a line break: somebody may have pasted two values.",
    source: "Unicode, general categories Cc and Cf.",
    variants: &[
        (HintVariant::Password, "The value is a password, which may contain such characters."),
        (HintVariant::LineBreak, "There is a line break or a tab inside the value."),
    ],
};

pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    let text = &*candidate.value.text;
    if has_invisible(text) {
        const HELP: &str = "The value contains invisible characters, such as a zero-width space. Remove them, or copy the value again.";
        // Without them, a value of invisible characters only would be empty.
        let is_sure = !candidate.bare.is_empty() && visible(text).len() != text.len();
        return Some(if candidate.is_password() {
            Template::variant(
                HintCode::InvisibleCharacters,
                HintVariant::Password,
                "The value contains invisible characters, such as a zero-width space. Remove them unless they belong to the password.",
            )
        } else if is_sure {
            Template::new(HintCode::InvisibleCharacters, HELP)
        } else {
            Template::new(HintCode::InvisibleCharacters, HELP).fix(Fix::None)
        });
    }
    // A field of several lines may take formats that we do not know.
    if candidate.field().is_some_and(|field| field.input == Input::Textarea) {
        return None;
    }
    let core = candidate.inner;
    (candidate.classes.has(ByteClass::CONTROL) && has_break(core) && !is_private_key(core) && !is_json(core)).then(
        || {
            Template::variant(
                HintCode::InvisibleCharacters,
                HintVariant::LineBreak,
                "The value contains a line break or a tab. Check that it is one whole value, and enter it on one line.",
            )
        },
    )
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::{assert_fixed, noticed, silent};
    use crate::verdict::HintCode::InvisibleCharacters;

    #[test]
    fn what_cannot_be_seen_is_noticed() {
        for value in
            ["fa\u{200b}ke-1", "\u{feff}fake-1", "fake-1\u{202c}", "fa\0ke-1", "fake\u{ad}-1", " \u{feff}fake-1"]
        {
            assert_fixed(InvisibleCharacters, "ashby", "api_key", value, "fake-1");
        }
        let nothing = noticed(InvisibleCharacters, "ashby", "api_key", "\u{200b}");
        assert!(nothing.is_some_and(|hint| hint.fix.is_empty()));
    }

    #[test]
    fn lines_are_never_joined() {
        for value in ["fa\r\nke-1", "fa\tke-1", "fake-1\nfake-2"] {
            assert!(noticed(InvisibleCharacters, "ashby", "api_key", value).is_some_and(|hint| hint.fix.is_empty()));
        }
    }

    #[test]
    fn good_values_are_silent() {
        silent(InvisibleCharacters, "ashby", "api_key", &["fake-1", "fake-1\n", "schl\u{fc}ssel", "{\n\t\"a\": 1\n}"]);
        silent(
            InvisibleCharacters,
            "sftp",
            "pem_key",
            &["-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"],
        );
    }
}
