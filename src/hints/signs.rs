//! Which characters a value has.

/// Found in one pass, so that most hints need not look.
#[derive(Clone, Copy)]
pub(super) struct Signs(u8);

impl Signs {
    /// White space in ASCII; beyond ASCII any.
    pub const SPACE: u8 = 1;
    /// Control characters and everything beyond ASCII.
    pub const ODD: u8 = 2;
    /// `"`, `'` and the backtick; beyond ASCII any.
    pub const QUOTE: u8 = 4;
    /// `*`, brackets of all kinds, `$` and `%`; beyond ASCII any.
    pub const MARK: u8 = 8;
    /// `/`, `\` and `:`
    pub const SLASH: u8 = 16;
    /// `.`
    pub const DOT: u8 = 32;
    /// `:`
    pub const COLON: u8 = 64;
    /// `0` to `9`
    pub const DIGIT: u8 = 128;

    pub fn of(text: &[u8]) -> Self {
        Self(text.iter().fold(0, |signs, byte| signs | SIGNS.get(usize::from(*byte)).unwrap_or(&BEYOND_ASCII)))
    }

    pub const fn has(self, signs: u8) -> bool {
        self.0 & signs != 0
    }
}

const BEYOND_ASCII: u8 = Signs::ODD | Signs::QUOTE | Signs::MARK | Signs::SPACE;

#[allow(clippy::indexing_slicing)] // evaluated by the compiler
static SIGNS: [u8; 128] = {
    let mut signs = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        signs[byte] = match byte as u8 {
            b' ' => Signs::SPACE,
            0..=0x1f | 0x7f => Signs::SPACE | Signs::ODD,
            b'"' | b'\'' | b'`' => Signs::QUOTE,
            b'*' | b'<' | b'>' | b'{' | b'}' | b'(' | b')' | b'[' | b']' | b'$' | b'%' => Signs::MARK,
            b'/' | b'\\' => Signs::SLASH,
            b':' => Signs::SLASH | Signs::COLON,
            b'.' => Signs::DOT,
            b'0'..=b'9' => Signs::DIGIT,
            _ => 0,
        };
        byte += 1;
    }
    signs
};
