//! Recognizes text that is almost JSON: Python, JavaScript, comments, and quotes from a word processor.

use super::fault::Fault;

/// Returns the more specific fault, given the bytes from the place of a fault on.
pub(super) fn explain(fault: Fault, rest: &[u8]) -> Fault {
    let is_misplaced = matches!(
        fault,
        Fault::ExpectedKey
            | Fault::ExpectedValue
            | Fault::ExpectedColon
            | Fault::ExpectedCommaOrEnd
            | Fault::AfterEnd
            | Fault::Literal
    );
    match rest {
        [b'/', b'/' | b'*', ..] | [b'#', ..] if is_misplaced => Fault::Comment,
        // “ ” „ ‘ ’
        [0xE2, 0x80, 0x98..=0x9E, ..] if is_misplaced => Fault::TypographicQuotes,
        [b'\'', ..] if matches!(fault, Fault::ExpectedKey | Fault::ExpectedValue) => Fault::Python,
        _ if fault == Fault::Literal && starts_with_word(rest, &["None", "True", "False"]) => Fault::Python,
        [b'A'..=b'Z' | b'a'..=b'z' | b'_' | b'$', ..] if fault == Fault::ExpectedKey => Fault::JavaScript,
        _ => fault,
    }
}

/// Returns `true` if the bytes start with one of the words.
fn starts_with_word(bytes: &[u8], words: &[&str]) -> bool {
    let length = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(bytes.len());
    words.iter().any(|word| bytes.get(..length) == Some(word.as_bytes()))
}
