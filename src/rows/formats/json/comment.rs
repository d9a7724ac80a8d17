//! Comments between rows, which JSON does not have, but files do.

/// A comment that has begun.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Comment {
    /// A slash, after which a comment may begin.
    Slash,
    /// Up to the end of the line.
    Line,
    /// Up to `*/`.
    Block,
    /// A block after an asterisk.
    Star,
}

impl Comment {
    /// Returns the comment that may begin with this byte.
    pub const fn begin(byte: u8) -> Option<Self> {
        match byte {
            b'/' => Some(Self::Slash),
            b'#' => Some(Self::Line),
            _ => None,
        }
    }

    /// Takes the next byte. Returns the comment after it, or `None` if the byte ends the comment or does not belong to it.
    pub const fn next(self, byte: u8) -> Option<Self> {
        match (self, byte) {
            (Self::Slash, b'/') => Some(Self::Line),
            (Self::Slash, b'*') => Some(Self::Block),
            (Self::Slash, _) | (Self::Line, b'\n') | (Self::Star, b'/') => None,
            (Self::Line, _) => Some(Self::Line),
            (Self::Block | Self::Star, b'*') => Some(Self::Star),
            (Self::Block | Self::Star, _) => Some(Self::Block),
        }
    }
}

/// Returns the text after the comments and white space at its start, or `None` if it ends in them.
pub(in crate::rows) fn skip_comments(text: &[u8]) -> Option<&[u8]> {
    let mut comment = None;
    for (at, byte) in text.iter().enumerate() {
        let before = comment;
        comment = before.map_or_else(|| Comment::begin(*byte), |comment: Comment| comment.next(*byte));
        let ended = before.is_some() && comment.is_none() && before != Some(Comment::Slash);
        if comment.is_none() && !ended && !byte.is_ascii_whitespace() {
            return text.get(at..);
        }
    }
    None
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::skip_comments;

    #[test]
    fn comments_are_skipped() {
        for (text, rest) in [
            ("{}", Some("{}")),
            (" // a {\n\t{}", Some("{}")),
            ("# a\r\n# b\n[", Some("[")),
            ("/* a\n * [ **/ [", Some("[")),
            ("/* a */// b\n{", Some("{")),
            ("/ {", Some("{")),
            ("/{", Some("{")),
            ("// a", None),
            ("/* a * /", None),
            ("/", None),
            ("", None),
        ] {
            assert_eq!(skip_comments(text.as_bytes()), rest.map(str::as_bytes), "{text}");
        }
    }
}
