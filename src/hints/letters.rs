//! What the gate asks of a value's characters, found 16 bytes at a time.
//!
//! A byte is looked up twice, by its low and by its high half; its classes are those that both look-ups name. A class is
//! so a set of high halves and a set of low ones, and all of their pairs.

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
use std::arch::wasm32::{u8x16_shr, u8x16_splat, u8x16_swizzle, u64x2, u64x2_extract_lane, v128, v128_and, v128_or};

/// The classes of a value's characters.
#[derive(Clone, Copy)]
pub(super) struct Letters(u8);

impl Letters {
    /// `.` and `/`
    pub const POINT: u8 = 1;
    /// `0` to `9`
    pub const DIGIT: u8 = 1 << 1;
    /// What may be a sign of something: white space, control characters, everything beyond ASCII, quotes, brackets,
    /// `$`, `%`, `*`, `:`, `|` and the backslash.
    pub const ODD: u8 = !(Self::POINT | Self::DIGIT);

    pub const fn has(self, classes: u8) -> bool {
        self.0 & classes != 0
    }

    /// The classes of all bytes of a text.
    #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
    pub fn of(text: &[u8]) -> Self {
        let class = |table: &[u8; 16], half: u8| table.get(usize::from(half)).copied().unwrap_or(0);
        Self(text.iter().fold(0, |classes, byte| classes | class(&LOW, byte & 15) & class(&HIGH, byte >> 4)))
    }

    /// The classes of all bytes of a text.
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    pub fn of(text: &[u8]) -> Self {
        let (low, high) = (vector(LOW), vector(HIGH));
        let classes = |bytes: v128| {
            let of_low = u8x16_swizzle(low, v128_and(bytes, u8x16_splat(15)));
            v128_and(of_low, u8x16_swizzle(high, u8x16_shr(bytes, 4)))
        };
        let (chunks, rest) = text.as_chunks::<16>();
        let last = text.last_chunk().copied().unwrap_or_else(|| {
            let mut padded = [PLAIN; 16];
            for (place, byte) in padded.iter_mut().zip(rest) {
                *place = *byte;
            }
            padded
        });
        let all = chunks.iter().fold(classes(vector(last)), |all, chunk| v128_or(all, classes(vector(*chunk))));
        let mut bits = u64x2_extract_lane::<0>(all) | u64x2_extract_lane::<1>(all);
        for half in [32, 16, 8] {
            bits |= bits >> half;
        }
        Self(bits as u8)
    }
}

/// A byte of no class.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
const PLAIN: u8 = b'a';

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
fn vector(bytes: [u8; 16]) -> v128 {
    let bits = u128::from_le_bytes(bytes);
    u64x2(bits as u64, (bits >> 64) as u64)
}

const BEYOND: u8 = 1 << 7;

/// The low halves of each class, as bits.
const SETS: [(u8, u16); 8] = [
    (Letters::POINT, 1 << 0xe | 1 << 0xf),
    (Letters::DIGIT, 0x03ff),
    // The space, quotes, `$`, `%`, `(`, `)`, `*`.
    (1 << 2, 1 << 0x0 | 1 << 0x2 | 1 << 0x4 | 1 << 0x5 | 1 << 0x7 | 1 << 0x8 | 1 << 0x9 | 1 << 0xa),
    // `:`, `<` and `>`.
    (1 << 3, 1 << 0xa | 1 << 0xc | 1 << 0xe),
    // Brackets, the backslash and, as it shares its low half, `|`.
    (1 << 4, 1 << 0xb | 1 << 0xc | 1 << 0xd),
    // The backtick.
    (1 << 5, 1 << 0x0),
    // The control character at the end of ASCII.
    (1 << 6, 1 << 0xf),
    (BEYOND, 0xffff),
];

/// The classes of each high half.
const HIGH: [u8; 16] = {
    let mut classes = [BEYOND; 16];
    classes[2] = Letters::POINT | 1 << 2;
    classes[3] = Letters::DIGIT | 1 << 3;
    classes[4] = 0;
    classes[5] = 1 << 4;
    classes[6] = 1 << 5;
    classes[7] = 1 << 4 | 1 << 6;
    classes
};

/// The classes of each low half.
#[allow(clippy::indexing_slicing)] // evaluated by the compiler
const LOW: [u8; 16] = {
    let mut classes = [0; 16];
    let mut place = 0;
    while place < 16 * SETS.len() {
        let (class, halves) = SETS[place / 16];
        if halves >> (place % 16) & 1 == 1 {
            classes[place % 16] |= class;
        }
        place += 1;
    }
    classes
};

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Letters;
    use crate::hints::signs::Signs;

    #[test]
    fn no_sign_is_missed() {
        const SIGNS: u8 = Signs::SPACE | Signs::ODD | Signs::QUOTE | Signs::MARK | Signs::COLON;
        for byte in 0..=u8::MAX {
            let (letters, signs) = (Letters::of(&[byte]), Signs::of(&[byte]));
            assert_eq!(letters.has(Letters::DIGIT), signs.has(Signs::DIGIT), "{byte}");
            assert_eq!(letters.has(Letters::POINT), matches!(byte, b'.' | b'/'), "{byte}");
            let odd = signs.has(SIGNS) || matches!(byte, b'\\' | b'|');
            assert_eq!(letters.has(Letters::ODD), odd, "{byte}");
        }
    }
}
