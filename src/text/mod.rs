//! Functions for strings, independent of requests, apps and rules.

mod random;
pub mod redact;

/// Returns `true` if a character has no width and is not white space: zero-width and bidirectional formatting
/// characters (those of Unicode `Cf` that get into pasted values), the byte order mark, and control characters.
pub const fn is_invisible(character: char) -> bool {
    match character {
        '\t'..='\r' | '\u{85}' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => true,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}' => true,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        _ => false,
    }
}

/// Returns `true` if a string is empty or all white space.
pub fn is_blank(string: &str) -> bool {
    string.trim_start().is_empty()
}

/// Returns the value of a header as it arrives: without the white space around it (RFC 9110, section 5.5).
pub fn header_value(value: &str) -> &str {
    value.trim_matches([' ', '\t', '\r', '\n'])
}

/// Returns `true` if a string contains white space.
pub fn has_space(string: &str) -> bool {
    string.chars().any(char::is_whitespace)
}

/// Returns what is before the first of these ASCII characters, or the whole string.
pub fn before<'a>(string: &'a str, ends: &[u8]) -> &'a str {
    let end = string.bytes().position(|byte| ends.contains(&byte));
    string.get(..end.unwrap_or(string.len())).unwrap_or_default()
}

/// Returns `true` if a string starts with ASCII text, ignoring case.
#[inline(always)]
pub fn starts_with_ignore_case(string: impl AsRef<[u8]>, start: &str) -> bool {
    string.as_ref().get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes()))
}

/// Returns `true` if a string ends with ASCII text, ignoring case.
#[inline(always)]
pub fn ends_with_ignore_case(string: impl AsRef<[u8]>, end: &str) -> bool {
    let string = string.as_ref();
    let start = string.len().checked_sub(end.len());
    start.and_then(|start| string.get(start..)).is_some_and(|tail| tail.eq_ignore_ascii_case(end.as_bytes()))
}

/// Returns the position of a part that is not empty. `str::find` and similar methods add 4 kB to the module with
/// Brotli.
pub fn find(string: &str, part: &str) -> Option<usize> {
    string.as_bytes().windows(part.len()).position(|window| window == part.as_bytes())
}

/// Returns `true` if a string contains a part that is not empty.
pub fn contains(string: &str, part: &str) -> bool {
    find(string, part).is_some()
}

/// Returns what is between the first opening bracket and the next closing one.
pub fn inside(string: &str, open: char, close: char) -> Option<&str> {
    Some(string.split_once(open)?.1.split_once(close)?.0)
}

/// Returns the letters and digits of a name in lower case: names are compared without case and punctuation.
pub fn fold(name: &(impl AsRef<[u8]> + ?Sized)) -> impl DoubleEndedIterator<Item = u8> {
    let is_kept = |byte: &&u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    name.as_ref().iter().filter(is_kept).map(u8::to_ascii_lowercase)
}

/// Returns `true` if two names differ in case and punctuation only.
pub fn is_same_name(one: &(impl AsRef<[u8]> + ?Sized), other: &(impl AsRef<[u8]> + ?Sized)) -> bool {
    fold(one).eq(fold(other))
}

/// Joins names for a sentence: `A, B or C` if `last` is `" or "`.
pub fn list(names: &[&str], last: &str) -> String {
    match names {
        [first @ .., second_last, end] => {
            let start = [first, &[second_last]].concat().join(", ");
            [&start, last, end].concat()
        }
        names => names.concat(),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{inside, is_same_name, list};

    #[test]
    fn lists() {
        assert_eq!(list(&[], " or "), "");
        assert_eq!(list(&["A"], " or "), "A");
        assert_eq!(list(&["A", "B"], " or "), "A or B");
        assert_eq!(list(&["A", "B", "C"], " and "), "A, B and C");
    }

    #[test]
    fn brackets() {
        assert_eq!(inside("a]b[c[d]e]", '[', ']'), Some("c[d"));
        assert_eq!(inside("a]b[c", '[', ']'), None);
    }

    #[test]
    fn names_are_compared_without_case_and_punctuation() {
        assert!(is_same_name("API-Key", "apiKey") && !is_same_name("schl\u{fc}ssel", "schlssel"));
    }
}
