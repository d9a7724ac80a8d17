//! Finds texts and ASCII characters in texts. They are short, and str's own search for a text would add 2 kB to the wasm;
//! its functions for characters are compiled once for each use.

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

/// Whether there is white space.
#[inline(never)]
pub fn has_space(text: &str) -> bool {
    text.chars().any(char::is_whitespace)
}

/// Where the first of these characters stands. They are few: a search of the library's for each byte takes longer.
#[inline(never)]
pub fn position(text: &str, any: &[u8]) -> Option<usize> {
    text.bytes().position(|byte| any.iter().fold(false, |found, one| found | (*one == byte)))
}

/// Whether that character stands in a text.
pub fn has(text: &str, byte: u8) -> bool {
    position(text, &[byte]).is_some()
}

/// How often that character stands in a text.
#[inline(never)]
pub fn count(text: &str, byte: u8) -> usize {
    text.bytes().filter(|one| *one == byte).count()
}

/// What stands before the first of these characters; everything where there is none.
pub fn before<'a>(text: &'a str, any: &[u8]) -> &'a str {
    split(text, any).map_or(text, |(before, _)| before)
}

/// What stands before and after the first of these characters.
#[inline(never)]
pub fn split<'a>(text: &'a str, any: &[u8]) -> Option<(&'a str, &'a str)> {
    let at = position(text, any)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// What stands before and after the last of that character.
#[inline(never)]
pub fn rsplit(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = text.bytes().rposition(|one| one == byte)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The first of these words, one blank between them, that is one. A text of words takes fewer bytes than a table of texts.
#[inline(never)]
pub fn find_word(words: &'static str, is: &mut dyn FnMut(&'static str) -> bool) -> Option<&'static str> {
    let mut start = 0;
    for end in 0..=words.len() {
        if words.as_bytes().get(end).is_none_or(|byte| *byte == b' ') {
            let word = words.get(start..end)?;
            if is(word) {
                return Some(word);
            }
            start = end + 1;
        }
    }
    None
}

/// Without that character at the end.
#[inline(never)]
pub fn trim_end(mut text: &str, byte: u8) -> &str {
    while let Some((last, _)) = text.as_bytes().split_last()
        && *last == byte
    {
        text = text.get(..text.len() - 1).unwrap_or_default();
    }
    text
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
