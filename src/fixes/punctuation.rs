//! A comma or semicolon after a value, from a line of code or a list.

use super::private_key::is_private_key;

/// Returns a [`bare`](super::bare) value without the commas and semicolons after it.
pub fn unpunctuated(bare: &str) -> Option<&str> {
    let is_end = |character: char| matches!(character, ',' | ';');
    let rest = bare.trim_end_matches(|character: char| is_end(character) || character.is_whitespace());
    (bare.ends_with(is_end) && !rest.is_empty() && !is_private_key(bare)).then_some(rest)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::fixes::Edit;
    use crate::fixes::tests::check;

    #[test]
    fn strip_punctuation() {
        check(
            Edit::StripPunctuation,
            &[
                ("fake-1,", Some("fake-1")),
                ("fake-1;\n", Some("fake-1")),
                ("\"fake-1\" ;,", Some("\"fake-1\"")),
                (",", None),
                ("fa,ke", None),
                ("-----BEGIN FAKE-----\nAAAA\n-----END FAKE-----,", None),
            ],
        );
    }
}
