//! Notices characters that show nothing: zero-width ones, a byte order mark, marks of writing direction, control
//! characters, and line breaks inside a value. Web pages, chats and PDF files put them in; the value looks right and is
//! refused. PEM keys and JSON keep their line breaks.

use super::note::{Note, Noticed, fixable, note};
use super::seen::Seen;
use crate::edit::visible;
use crate::verdict::{Edit, HintCode};

const HELP: &str = "The value holds characters that cannot be seen, such as a zero-width space or a line break in its middle; they are sent along. Remove them, or copy the value again.";
static NOTE: Note = fixable(HintCode::InvisibleCharacters, HELP, Edit::StripInvisible);
static NAMED: Note = note(HintCode::InvisibleCharacters, HELP);

#[inline(never)]
pub(super) fn notice(seen: &Seen<'_>) -> Noticed {
    let text = &*seen.value.text;
    if visible(text).len() == text.len() {
        return None;
    }
    // Nothing would be left of a value that is all invisible.
    Some(if seen.bare.is_empty() || seen.is_password() { &NAMED } else { &NOTE })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::tests::{assert_fixed, noticed, silent};
    use crate::verdict::HintCode::InvisibleCharacters;

    #[test]
    fn what_cannot_be_seen_is_noticed() {
        for value in
            ["fa\u{200b}ke-1", "\u{feff}fake-1", "fake-1\u{202c}", "fa\0ke-1", "fa\r\nke-1", "fa\tke-1", "fake\u{ad}-1"]
        {
            assert_fixed(InvisibleCharacters, "ashby", "api_key", value, "fake-1");
        }
        let nothing = noticed(InvisibleCharacters, "ashby", "api_key", "\u{200b}");
        assert!(nothing.is_some_and(|hint| hint.fix.is_empty()));
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
