//! Two letters of each word of a list: they tell of most texts that they are none of the words, without a look at these.

/// By the one letter, which other ones go with it, as bits.
pub(super) struct Pairs([u32; 26]);

impl Pairs {
    /// The first and the last letter of each word; the lists are words in small letters with one blank between them.
    pub const fn of_ends(lists: &[&[&str]]) -> Self {
        Self::of(lists, false)
    }

    /// The first two letters of each word.
    pub const fn of_starts(lists: &[&[&str]]) -> Self {
        Self::of(lists, true)
    }

    #[allow(clippy::indexing_slicing)] // evaluated by the compiler
    const fn of(lists: &[&[&str]], starts: bool) -> Self {
        let mut pairs = [0; 26];
        let mut list = 0;
        while list < lists.len() {
            let mut word = 0;
            while word < lists[list].len() {
                let letters = lists[list][word].as_bytes();
                let other = if starts { letters[1] } else { letters[letters.len() - 1] };
                pairs[(letters[0] - b'a') as usize] |= 1 << (other - b'a');
                word += 1;
            }
            list += 1;
        }
        Self(pairs)
    }

    /// Whether some word has these letters, in any case.
    pub fn has(&self, one: u8, other: u8) -> bool {
        let place = |letter: u8| (letter | 0x20).wrapping_sub(b'a');
        let others = self.0.get(usize::from(place(one))).copied().unwrap_or(0);
        others.checked_shr(u32::from(place(other))).unwrap_or(0) & 1 == 1
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Pairs;

    #[test]
    fn letters_of_words_go_together() {
        static ENDS: Pairs = Pairs::of_ends(&[&["todo", "tbd"], &["na"]]);
        static STARTS: Pairs = Pairs::of_starts(&[&["your", "put"]]);
        assert!(ENDS.has(b't', b'o') && ENDS.has(b'T', b'D') && ENDS.has(b'n', b'a'));
        assert!(!ENDS.has(b't', b'a') && !ENDS.has(b'o', b't') && !ENDS.has(0, 0xff) && !ENDS.has(b'n', b'1'));
        assert!(STARTS.has(b'y', b'o') && STARTS.has(b'p', b'u') && !STARTS.has(b'y', b'r'));
    }
}
