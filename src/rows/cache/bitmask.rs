//! Bitmasks of the quotes in a window of rows: one bit a byte, computed for 64 bytes at a time without a branch on their
//! values. The end of a string is then found by a shift and a count, however long the string is.

use super::block::{Block, LENGTH, first, with_zeros};

/// The length of a window. Its bitmasks fit in the processor's L1 cache.
pub(in crate::rows) const WINDOW_BYTES: usize = 1 << 14;
/// A word for each block, and two more, because the search for a bit reads two words.
const WORDS: usize = WINDOW_BYTES / LENGTH + 2;

/// The bitmasks of a window. All bits after its end are set.
#[derive(Debug, Default)]
pub(in crate::rows) struct Bitmasks {
    /// Quotes that are not escaped.
    pub quotes: Bits,
    /// Quotes that open a value, and perhaps some others: those after a colon, or after a colon and a space.
    pub openers: Bits,
    /// Bytes that need the full reader: control characters such as line ends, bytes that are not ASCII, invalid
    /// escapes, and `\u`, which may be white space.
    pub odd: Bits,
}

impl Bitmasks {
    /// Computes the bitmasks of the window at the start of `bytes`, which is outside of any string.
    pub fn scan(&mut self, bytes: &[u8]) {
        let bytes = bytes.get(..WINDOW_BYTES).unwrap_or(bytes);
        let mut before = Before::default();
        let mut at = 0;
        while let Some(rest) = bytes.get(at * LENGTH..).filter(|rest| !rest.is_empty()) {
            let zeroed;
            let block = match first(rest) {
                Some(block) => block,
                None => {
                    zeroed = with_zeros(rest);
                    &zeroed
                }
            };
            self.set(at, &Block::new(block), &mut before);
            at += 1;
        }
        for end in [at, at + 1] {
            self.quotes.set(end, u64::MAX);
            self.openers.set(end, u64::MAX);
            self.odd.set(end, u64::MAX);
        }
    }

    #[inline(always)]
    fn set(&mut self, at: usize, block: &Block, before: &mut Before) {
        let mut quotes = block.equal(b'"');
        let mut odd = block.odd();
        if before.escapes || block.has(b'\\') {
            let escaped = before.escaped(block.equal(b'\\'));
            quotes &= !escaped;
            let add = |mask, byte| mask | block.equal(byte);
            odd |= escaped & !b"\"\\/bfnrt".iter().copied().fold(0, add);
        }
        let colons = block.equal(b':');
        let after = colons << 1 | before.colons >> 63;
        let spaces = after & block.equal(b' ');
        let after_space = spaces << 1 | before.spaces >> 63;
        before.colons = colons;
        before.spaces = spaces;
        self.quotes.set(at, quotes);
        self.openers.set(at, quotes & (after | after_space));
        self.odd.set(at, odd);
    }
}

/// The state of the previous blocks that the next block needs.
#[derive(Default)]
struct Before {
    /// Whether the first byte of the next block is escaped.
    escapes: bool,
    colons: u64,
    /// The spaces after a colon.
    spaces: u64,
}

impl Before {
    /// Returns the escaped bytes, given the backslashes: those after a run of odd length.
    fn escaped(&mut self, backslashes: u64) -> u64 {
        const EVEN: u64 = 0x5555_5555_5555_5555;
        let carried = u64::from(self.escapes);
        let backslashes = backslashes & !carried;
        let after = backslashes << 1 | carried;
        let (runs, overflows) = (backslashes & !EVEN & !after).overflowing_add(backslashes);
        self.escapes = overflows;
        (EVEN ^ runs << 1) & after
    }
}

/// A bit for each byte of a window.
#[derive(Debug)]
pub(in crate::rows) struct Bits(Box<[u64; WORDS]>);

impl Default for Bits {
    fn default() -> Self {
        Self(Box::new([u64::MAX; WORDS]))
    }
}

impl Bits {
    /// Returns the position of the first set bit, starting at `at`.
    #[inline(always)]
    pub fn next(&self, at: usize) -> usize {
        let mut at = at;
        loop {
            let (word, shift) = (at / LENGTH, at % LENGTH);
            let bits = self.word(word) >> shift | self.word(word + 1) << 1 << (LENGTH - 1 - shift);
            if bits != 0 {
                return at + bits.trailing_zeros() as usize;
            }
            at += LENGTH;
        }
    }

    #[inline(always)]
    fn word(&self, at: usize) -> u64 {
        self.0.get(at).copied().unwrap_or(u64::MAX)
    }

    #[inline(always)]
    fn set(&mut self, at: usize, bits: u64) {
        if let Some(word) = self.0.get_mut(at) {
            *word = bits;
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::{Bitmasks, WINDOW_BYTES};

    /// Computes the same bits byte by byte.
    fn slowly(bytes: &[u8]) -> [Vec<usize>; 3] {
        let (mut quotes, mut openers, mut odd) = (Vec::new(), Vec::new(), Vec::new());
        let mut is_escaped = false;
        for (at, byte) in bytes.iter().enumerate() {
            if *byte < b' ' || *byte > 0x7F || is_escaped && !b"\"\\/bfnrt".contains(byte) {
                odd.push(at);
            }
            if *byte == b'"' && !is_escaped {
                quotes.push(at);
                let before = bytes.get(..at).unwrap_or_default();
                if before.ends_with(b":") || before.ends_with(b": ") {
                    openers.push(at);
                }
            }
            is_escaped = *byte == b'\\' && !is_escaped;
        }
        [quotes, openers, odd]
    }

    fn agrees(bytes: &[u8]) {
        let mut bitmasks = Bitmasks::default();
        bitmasks.scan(bytes);
        let end = bytes.len().min(WINDOW_BYTES);
        for (bits, expected) in [&bitmasks.quotes, &bitmasks.openers, &bitmasks.odd].into_iter().zip(slowly(bytes)) {
            let next = |at: &usize| Some(bits.next(at + 1));
            let found: Vec<usize> =
                std::iter::successors(Some(bits.next(0)), next).take_while(|at| *at < end).collect();
            assert_eq!(found, expected.into_iter().filter(|at| *at < end).collect::<Vec<_>>());
            assert!(bits.next(end) >= end);
        }
    }

    proptest! {
        #[test]
        fn bits_are_those_of_the_bytes(bytes in prop::collection::vec(prop::sample::select(b"\\\\\\\":: au\n\x7F\xC3".to_vec()), 0..400)) {
            agrees(&bytes);
        }
    }

    #[test]
    fn a_window_has_an_end() {
        for length in [0, 1, 63, 64, 65, WINDOW_BYTES - 1, WINDOW_BYTES, WINDOW_BYTES + 1] {
            agrees(&vec![b'a'; length]);
            agrees(&vec![b'\\'; length]);
        }
    }
}
