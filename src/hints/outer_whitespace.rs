//! Notices white space or a line break around a value. It comes along when a value is copied from a terminal, a PDF or
//! a file, and becomes part of the credential. Not on PEM keys and other texts of several lines, which end in a line
//! break by nature. In a password it may be meant, so there it is only named.

use super::note::{Note, Noticed, fixable, note};
use super::seen::Seen;
use crate::edit::{edges, has_lines};
use crate::search::has_space;
use crate::verdict::{Edit, HintCode};

static NOTE: Note = fixable(
    HintCode::OuterWhitespace,
    "The value starts or ends with white space or a line break, which is sent along and usually makes the credential invalid. Remove it.",
    Edit::Trim,
);
static PASSWORD: Note = note(
    HintCode::OuterWhitespace,
    "The value starts or ends with white space or a line break. Remove it unless it belongs to the password.",
);

#[inline(never)]
pub(super) fn notice(seen: &Seen<'_>) -> Noticed {
    let (before, core, after) = edges(&seen.value.text);
    if core.is_empty() || has_lines(core) {
        return None;
    }
    if !has_space(before) && !has_space(after) {
        return None;
    }
    Some(if seen.is_password() { &PASSWORD } else { &NOTE })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::tests::{assert_fixed, noticed, silent};
    use crate::verdict::HintCode::OuterWhitespace;

    #[test]
    fn space_and_line_breaks_are_noticed() {
        for value in [" fake-1", "fake-1\n", "\tfake-1\r\n", "fake-1\u{a0}", "\u{3000}fake-1", " \u{feff}fake-1"] {
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
