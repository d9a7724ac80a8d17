//! A string of the input. JSON escapes are only decoded when a caller needs the decoded string.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

use crate::text;

/// A key or a value that is a string.
#[derive(Clone, Copy)]
pub struct JsonString<'a> {
    /// The bytes in the input: UTF-8, which the reader has checked.
    raw: &'a [u8],
    escaped: bool,
}

impl<'a> JsonString<'a> {
    /// Returns a string without escapes.
    pub const fn unescaped(raw: &'a str) -> Self {
        Self { raw: raw.as_bytes(), escaped: false }
    }

    /// Returns a JSON string that the reader has checked, without its quotes. `escaped` is whether it has a backslash.
    pub(crate) const fn new(raw: &'a [u8], escaped: bool) -> Self {
        Self { raw, escaped }
    }

    /// Returns the bytes in the input.
    pub(crate) const fn raw(self) -> &'a [u8] {
        self.raw
    }

    /// Returns `true` if it has a backslash.
    pub(crate) const fn is_escaped(self) -> bool {
        self.escaped
    }

    /// Returns `true` if the decoded string is `other`.
    pub fn is(self, other: &str) -> bool {
        if self.escaped { self.decode() == other } else { self.raw == other.as_bytes() }
    }

    /// Returns `true` if the decoded strings are equal.
    pub fn same(self, other: JsonString<'_>) -> bool {
        if self.escaped || other.escaped { self.decode() == other.decode() } else { self.raw == other.raw }
    }

    /// Returns `true` if it is empty or all Unicode white space.
    pub fn is_blank(self) -> bool {
        match self.raw.first() {
            None => true,
            // Most values start with a visible ASCII character.
            Some(b'!'..=b'[' | b']'..=b'~') => false,
            _ => text::is_blank(&self.decode()),
        }
    }

    /// Returns the decoded string. A lone surrogate becomes U+FFFD.
    pub fn decode(self) -> Cow<'a, str> {
        let text = str::from_utf8(self.raw).unwrap_or_default();
        if self.escaped { Cow::Owned(unescape(text)) } else { Cow::Borrowed(text) }
    }

    /// Compares the decoded strings.
    pub fn order(self, other: JsonString<'_>) -> Ordering {
        if self.escaped || other.escaped { self.decode().cmp(&other.decode()) } else { self.raw.cmp(other.raw) }
    }
}

impl fmt::Debug for JsonString<'_> {
    /// Prints only the length, because it may be a secret.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "JsonString({} bytes)", self.raw.len())
    }
}

fn unescape(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let mut following = after.chars();
        match following.next() {
            Some('b') => text.push('\u{8}'),
            Some('f') => text.push('\u{c}'),
            Some('n') => text.push('\n'),
            Some('r') => text.push('\r'),
            Some('t') => text.push('\t'),
            Some('u') => {
                rest = push_unit(&mut text, following.as_str());
                continue;
            }
            Some(other) => text.push(other),
            None => {}
        }
        rest = following.as_str();
    }
    text.push_str(rest);
    text
}

/// Pushes the character after a `\u`, with the second half of a surrogate pair if there is one. Returns the rest.
fn push_unit<'a>(text: &mut String, after: &'a str) -> &'a str {
    let Some((unit, rest)) = hex4(after) else {
        return after;
    };
    if let 0xD800..=0xDBFF = unit
        && let Some((low @ 0xDC00..=0xDFFF, rest)) = rest.strip_prefix("\\u").and_then(hex4)
    {
        let scalar = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        text.push(char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER));
        return rest;
    }
    text.push(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER));
    rest
}

fn hex4(text: &str) -> Option<(u32, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let unit = digits.bytes().try_fold(0, |unit, digit| Some(unit * 16 + char::from(digit).to_digit(16)?))?;
    Some((unit, rest))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::JsonString;

    #[test]
    fn escapes_are_decoded() {
        let text = JsonString::new(br#"\u0061\"\\\/\b\f\n\r\t\ud83d\ude00\ud800x\udc00"#, true);
        assert_eq!(text.decode(), "a\"\\/\u{8}\u{c}\n\r\t😀\u{fffd}x\u{fffd}");
        assert!(JsonString::new(br"slu\u0067", true).is("slug"));
    }

    #[test]
    fn blank_is_unicode_white_space() {
        for blank in ["", " ", "\u{3000}\u{a0}", "\u{85}"] {
            assert!(JsonString::unescaped(blank).is_blank());
        }
        assert!(JsonString::new(br"\u0020\n\u3000", true).is_blank());
        for text in ["a", " a ", "\u{200b}", "\u{feff}"] {
            assert!(!JsonString::unescaped(text).is_blank());
        }
        assert!(!JsonString::new(br"\u0061", true).is_blank());
    }
}
