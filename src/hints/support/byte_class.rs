//! The kinds of bytes that a value contains, found in one pass, so that most hints need not search the value.

/// The classes of a value's bytes.
#[derive(Clone, Copy)]
pub(crate) struct ByteClass(u8);

impl ByteClass {
    /// ASCII white space; any byte beyond ASCII.
    pub const SPACE: u8 = 1;
    /// Control characters and any byte beyond ASCII.
    pub const CONTROL: u8 = 1 << 1;
    /// `"`, `'` and the backtick; any byte beyond ASCII.
    pub const QUOTE: u8 = 1 << 2;
    /// `*`, brackets of all kinds, `$` and `%`; any byte beyond ASCII.
    pub const MARK: u8 = 1 << 3;
    /// `:`, `\` and `|`
    pub const SEPARATOR: u8 = 1 << 4;
    /// `/`
    pub const SLASH: u8 = 1 << 5;
    /// `.`
    pub const DOT: u8 = 1 << 6;
    /// `0` to `9`
    pub const DIGIT: u8 = 1 << 7;

    /// Returns the classes of all bytes of a value.
    pub fn of(value: &[u8]) -> Self {
        Self(value.iter().fold(0, |classes, byte| classes | CLASSES.get(usize::from(*byte)).unwrap_or(&BEYOND_ASCII)))
    }

    /// Returns `true` if the value has a byte of one of these classes.
    pub const fn has(self, classes: u8) -> bool {
        self.0 & classes != 0
    }
}

const BEYOND_ASCII: u8 = ByteClass::CONTROL | ByteClass::QUOTE | ByteClass::MARK | ByteClass::SPACE;

#[allow(clippy::indexing_slicing)] // evaluated by the compiler
static CLASSES: [u8; 128] = {
    let mut classes = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        classes[byte] = match byte as u8 {
            b' ' => ByteClass::SPACE,
            0..=0x1f | 0x7f => ByteClass::SPACE | ByteClass::CONTROL,
            b'"' | b'\'' | b'`' => ByteClass::QUOTE,
            b'*' | b'<' | b'>' | b'{' | b'}' | b'(' | b')' | b'[' | b']' | b'$' | b'%' => ByteClass::MARK,
            b':' | b'\\' | b'|' => ByteClass::SEPARATOR,
            b'/' => ByteClass::SLASH,
            b'.' => ByteClass::DOT,
            b'0'..=b'9' => ByteClass::DIGIT,
            _ => 0,
        };
        byte += 1;
    }
    classes
};
