//! Characters that a word processor or a chat puts in the place of those that were typed.

use super::private_key::is_private_key;

/// Returns a value with ASCII hyphens, quotes and dots; `None` if it has no typographic ones, or other characters beyond
/// ASCII.
pub fn straightened(value: &str) -> Option<String> {
    if value.is_ascii() || is_private_key(value) {
        return None;
    }
    let mut text = String::with_capacity(value.len());
    for character in value.chars() {
        match character {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => text.push('-'),
            '\u{2018}'..='\u{201b}' => text.push('\''),
            '\u{201c}'..='\u{201f}' => text.push('"'),
            '\u{2026}' => text.push_str("..."),
            _ if character.is_ascii() => text.push(character),
            _ => return None,
        }
    }
    Some(text)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::fixes::Edit;
    use crate::fixes::tests::check;

    #[test]
    fn straighten() {
        check(
            Edit::Straighten,
            &[
                ("fake\u{2011}1\u{2013}2\u{2014}3", Some("fake-1-2-3")),
                ("fake\u{2019}1\u{2026}", Some("fake'1...")),
                (" \u{201c}fake\u{2013}1\u{201d}", Some("fake-1")),
                ("fake-1", None),
                ("f\u{e4}ke\u{2013}1", None),
            ],
        );
    }
}
