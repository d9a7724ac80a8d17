//! The kinds of bytes that a value contains, found in one pass, so that most hints need not search the value.

/// The classes of a value's bytes.
#[derive(Clone, Copy)]
pub(crate) struct ByteClass(u16);

impl ByteClass {
    /// ASCII white space; any byte beyond ASCII.
    pub const SPACE: u16 = 1;
    /// Control characters and any byte beyond ASCII.
    pub const CONTROL: u16 = 1 << 1;
    /// `"`, `'` and the backtick; any byte beyond ASCII.
    pub const QUOTE: u16 = 1 << 2;
    /// `*`, brackets of all kinds, `$` and `%`; any byte beyond ASCII.
    pub const MARK: u16 = 1 << 3;
    /// `:`, `\` and `|`
    pub const SEPARATOR: u16 = 1 << 4;
    /// `/`
    pub const SLASH: u16 = 1 << 5;
    /// `.`
    pub const DOT: u16 = 1 << 6;
    /// `0` to `9`
    pub const DIGIT: u16 = 1 << 7;
    /// `=`, `,`, `;`, `@` and `!`
    pub const PASTE: u16 = 1 << 8;

    /// Returns the classes of all bytes of a value.
    pub fn of(value: &[u8]) -> Self {
        Self(value.iter().fold(0, |classes, byte| classes | CLASSES.get(usize::from(*byte)).unwrap_or(&BEYOND_ASCII)))
    }

    /// Returns `true` if the value has a byte of one of these classes.
    pub const fn has(self, classes: u16) -> bool {
        self.0 & classes != 0
    }
}

const BEYOND_ASCII: u16 = ByteClass::CONTROL | ByteClass::QUOTE | ByteClass::MARK | ByteClass::SPACE;

#[allow(clippy::indexing_slicing)] // evaluated by the compiler
static CLASSES: [u16; 128] = {
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
            b'=' | b',' | b';' | b'@' | b'!' => ByteClass::PASTE,
            _ => 0,
        };
        byte += 1;
    }
    classes
};
