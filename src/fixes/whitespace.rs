//! White space and invisible characters around and inside a value.

use std::borrow::Cow;

use super::private_key::is_private_key;
use super::quote_pair::inside_quotes;
use crate::text::is_invisible;

/// Returns a value without the white space and invisible characters around it.
pub fn trimmed(value: &str) -> &str {
    edges(value).1
}

/// Splits a value into what [`trimmed`] removes before it, what it keeps, and what it removes after it. A private key
/// keeps its end: some readers reject an OpenSSH key without its last line break.
pub fn edges(value: &str) -> (&str, &str, &str) {
    let is_outer = |character: char| character.is_whitespace() || is_invisible(character);
    let rest = value.trim_start_matches(is_outer);
    let core = rest.trim_end_matches(is_outer);
    let keeps_end = core.len() < rest.len() && is_private_key(core) && inside_quotes(core).is_none();
    let core = if keeps_end { rest } else { core };
    let before = value.get(..value.len() - rest.len()).unwrap_or_default();
    let after = rest.get(core.len()..).unwrap_or_default();
    (before, core, after)
}

/// Returns a value without invisible characters. Next to other characters beyond ASCII they may belong to a script, so
/// they stay.
pub fn visible(value: &str) -> Cow<'_, str> {
    if has_invisible(value) {
        let visible: String = value.chars().filter(|character| !is_invisible(*character)).collect();
        if visible.is_ascii() {
            return Cow::Owned(visible);
        }
    }
    Cow::Borrowed(value)
}

/// Returns `true` if a value contains an invisible character.
pub fn has_invisible(value: &str) -> bool {
    !value.bytes().all(|byte| matches!(byte, b' '..=b'~')) && value.contains(is_invisible)
}

/// Returns a value without the white space around it and without invisible characters.
pub fn bare(value: &str) -> Cow<'_, str> {
    match visible(value) {
        Cow::Borrowed(value) => Cow::Borrowed(trimmed(value)),
        Cow::Owned(value) => Cow::Owned(trimmed(&value).to_owned()),
    }
}

/// Returns `true` if a trimmed value contains a line break or a tab.
pub fn has_break(trimmed: &str) -> bool {
    trimmed.contains(|character| matches!(character, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}'))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::fixes::Edit;
    use crate::fixes::tests::check;

    #[test]
    fn trim() {
        let cases = [(" fake\n", Some("fake")), ("\u{feff} fake\u{3000}", Some("fake")), ("fa ke", None), ("", None)];
        check(Edit::Trim, &cases);
    }

    #[test]
    fn strip_invisible() {
        check(
            Edit::StripInvisible,
            &[
                ("fa\u{200b}ke", Some("fake")),
                ("\u{feff}fake", Some("fake")),
                ("fa\u{202e}ke\u{0}", Some("fake")),
                ("fa\r\n\tke", None),
                (" fake \n", None),
                ("\u{200b}", Some("")),
                ("-----BEGIN FAKE-----\nAAAA\n-----END FAKE-----\n", None),
                ("-----BEGIN FAKE-----\nAA\u{200b}AA\n", Some("-----BEGIN FAKE-----\nAAAA\n")),
                ("p\u{e4}ssw\u{f6}rt \u{1f600}", None),
                ("\u{645}\u{6cc}\u{200c}\u{62e}", None),
            ],
        );
    }
}
