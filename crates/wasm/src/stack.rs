//! The stack of the module, which is part of its memory.

use std::hint::black_box;

/// More than the calls of this module use.
const BYTES: usize = 1 << 14;

/// Overwrites the part of the stack that calls have used with zeros. Readers of rows copy the end of a chunk there.
#[inline(never)]
pub fn clear() {
    // Mutable, as the compiler would put a constant elsewhere.
    black_box(&mut [0_u8; BYTES]);
}
