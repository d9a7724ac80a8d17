//! Finds texts in texts. They are short, and str's own search for a text would add 2 kB to the wasm.

/// Where a part stands in a text, in bytes.
pub fn find(text: &str, part: &str) -> Option<usize> {
    (0..=text.len()).find(|at| text.as_bytes().get(*at..).is_some_and(|rest| rest.starts_with(part.as_bytes())))
}

/// Whether a part stands in a text.
pub fn contains(text: &str, part: &str) -> bool {
    find(text, part).is_some()
}

/// Whether there is nothing but white space.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_as_the_library_does(text in "[ab\u{e4}]{0,9}", part in "[ab\u{e4}]{0,3}") {
            prop_assert_eq!(super::find(&text, &part), text.find(&part));
            prop_assert_eq!(super::contains(&text, &part), text.contains(&part));
        }
    }
}
