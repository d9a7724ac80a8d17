//! 64 bytes, compared all at once: bit 0 of what is found stands for the first byte.

/// In bytes.
pub(super) const LENGTH: usize = 64;
const WORD: usize = 8;
/// The bytes of a block.
type Bytes = [[u8; WORD]; LENGTH / WORD];

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(super) use simd::Block;
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub(super) use words::Block;

/// The first block of the bytes, where there are so many.
#[inline(always)]
pub(super) fn first(bytes: &[u8]) -> Option<&Bytes> {
    bytes.as_chunks::<WORD>().0.first_chunk()
}

/// A block of fewer bytes.
pub(super) fn with_zeros(bytes: &[u8]) -> Bytes {
    let mut block = Bytes::default();
    block.as_flattened_mut().iter_mut().zip(bytes).for_each(|(to, byte)| *to = *byte);
    block
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd {
    use core::arch::wasm32::{
        i8x16_bitmask, i8x16_lt, i8x16_splat, u8x16_eq, u8x16_splat, u64x2, v128, v128_any_true, v128_or,
    };

    use super::Bytes;

    /// Four vectors. Each is named where it is used: of a loop over them, code that is to be small keeps the loop.
    pub struct Block(v128, v128, v128, v128);

    impl Block {
        #[inline(always)]
        pub fn new([a, b, c, d, e, f, g, h]: &Bytes) -> Self {
            Self(vector(a, b), vector(c, d), vector(e, f), vector(g, h))
        }

        /// The bytes that are this one.
        #[inline(always)]
        pub fn equal(&self, byte: u8) -> u64 {
            let wanted = u8x16_splat(byte);
            let Self(a, b, c, d) = *self;
            bits(u8x16_eq(a, wanted), u8x16_eq(b, wanted), u8x16_eq(c, wanted), u8x16_eq(d, wanted))
        }

        /// Whether one of the bytes is this one.
        #[inline(always)]
        pub fn has(&self, byte: u8) -> bool {
            let wanted = u8x16_splat(byte);
            let Self(a, b, c, d) = *self;
            let either = v128_or(u8x16_eq(a, wanted), u8x16_eq(b, wanted));
            let other = v128_or(u8x16_eq(c, wanted), u8x16_eq(d, wanted));
            v128_any_true(v128_or(either, other))
        }

        /// Control characters and bytes beyond ASCII.
        #[inline(always)]
        pub fn odd(&self) -> u64 {
            // Beyond ASCII is below zero.
            let space = i8x16_splat(b' '.cast_signed());
            let Self(a, b, c, d) = *self;
            bits(i8x16_lt(a, space), i8x16_lt(b, space), i8x16_lt(c, space), i8x16_lt(d, space))
        }
    }

    #[inline(always)]
    fn vector(low: &[u8; 8], high: &[u8; 8]) -> v128 {
        u64x2(u64::from_le_bytes(*low), u64::from_le_bytes(*high))
    }

    #[inline(always)]
    fn bits(a: v128, b: v128, c: v128, d: v128) -> u64 {
        let half = |low, high| u32::from(i8x16_bitmask(low)) | u32::from(i8x16_bitmask(high)) << 16;
        u64::from(half(a, b)) | u64::from(half(c, d)) << 32
    }
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod words {
    use super::Bytes;

    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = EACH << 7;

    /// Eight words.
    pub struct Block([u64; 8]);

    impl Block {
        #[inline]
        pub fn new(bytes: &Bytes) -> Self {
            Self(bytes.map(u64::from_le_bytes))
        }

        /// The bytes that are this one.
        #[inline]
        pub fn equal(&self, byte: u8) -> u64 {
            let zeros = |word: u64| !(((word & !HIGHS) + !HIGHS) | word) & HIGHS;
            self.bits(|word| zeros(word ^ (EACH * u64::from(byte))))
        }

        /// Whether one of the bytes is this one.
        #[inline]
        pub fn has(&self, byte: u8) -> bool {
            self.equal(byte) != 0
        }

        /// Control characters and bytes beyond ASCII.
        #[inline]
        pub fn odd(&self) -> u64 {
            let from_space = EACH * u64::from(0x80 - b' ');
            self.bits(|word| !((word & !HIGHS) + from_space) & HIGHS | word & HIGHS)
        }

        /// Gathers the highest bits of all bytes.
        #[inline]
        fn bits(&self, select: impl Fn(u64) -> u64) -> u64 {
            let gathered = |word: u64| (word >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56;
            self.0.iter().rev().fold(0, |bits, word| bits << 8 | gathered(select(*word)))
        }
    }
}
