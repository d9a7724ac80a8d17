//! The line and column of a byte.

use memchr::{memchr_iter, memrchr};

/// The line and column of a byte, both counted from 1; the column in UTF-16 code units.
pub(super) struct Position {
    pub line: u64,
    pub column: u64,
}

impl Default for Position {
    fn default() -> Self {
        Self { line: 1, column: 1 }
    }
}

impl Position {
    /// Moves on by these bytes, which may end in the middle of a character.
    pub fn advance(&mut self, bytes: &[u8]) {
        let mut in_line = bytes;
        if let Some(last) = memrchr(b'\n', bytes) {
            self.line += memchr_iter(b'\n', bytes).count() as u64;
            self.column = 1;
            in_line = bytes.get(last + 1..).unwrap_or_default();
        }
        self.column += utf16_units(in_line);
    }
}

/// Returns the number of UTF-16 code units of the characters that start in these bytes, eight bytes at a time.
fn utf16_units(bytes: &[u8]) -> u64 {
    const HIGHS: u64 = 0x8080_8080_8080_8080;
    let (words, tail) = bytes.as_chunks::<8>();
    let mut units = bytes.len() as u64;
    for word in words {
        let word = u64::from_le_bytes(*word);
        if word & HIGHS != 0 {
            // 10xxxxxx continues a character.
            units -= u64::from((word & !(word << 1) & HIGHS).count_ones());
            // 11110xxx starts one of four bytes, which has two code units.
            units += u64::from((word & word << 1 & word << 2 & word << 3 & HIGHS).count_ones());
        }
    }
    for byte in tail {
        units -= u64::from(*byte & 0xC0 == 0x80);
        units += u64::from(*byte >= 0xF0);
    }
    units
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::Position;

    proptest! {
        #[test]
        fn it_is_that_of_the_whole(text in "[a\n\r\u{e4}\u{20ac}\u{1f600}]{0,60}", size in 1_usize..9) {
            let mut position = Position::default();
            text.as_bytes().chunks(size).for_each(|bytes| position.advance(bytes));
            let expected = crate::request::Position::of(text.as_bytes(), text.len());
            prop_assert_eq!((position.line, position.column), (expected.line.into(), expected.column.into()));
            let mut whole = Position::default();
            whole.advance(text.as_bytes());
            prop_assert_eq!((whole.line, whole.column), (position.line, position.column));
        }
    }
}
