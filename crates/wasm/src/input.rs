//! The input buffer. JavaScript writes UTF-8 into it, and a call reads it and overwrites it with zeros.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

/// The maximum size of a buffer that is kept after a call.
const KEPT_BYTES: usize = 1 << 20;

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes the input buffer at least `length_bytes` long. Returns its address, which is valid until the next call, or null if
/// there is not enough memory.
#[wasm_bindgen]
pub fn reserve(length_bytes: usize) -> *const u8 {
    INPUT.with_borrow_mut(|input| {
        if input.len() < length_bytes {
            *input = Vec::new();
            if input.try_reserve_exact(length_bytes).is_err() {
                return std::ptr::null();
            }
            input.resize(length_bytes, 0);
        }
        input.as_ptr()
    })
}

/// Reads the first bytes of the input. If a lookup of the caller calls the library meanwhile, that call uses another
/// buffer.
pub fn read<T>(length_bytes: usize, read: impl FnOnce(&[u8]) -> T) -> T {
    let mut input = INPUT.take();
    let is_kept = input.len() <= KEPT_BYTES;
    let bytes = input.get_mut(..length_bytes).unwrap_or_default();
    let value = read(bytes);
    // The allocator overwrites a larger buffer, which is freed.
    if is_kept {
        bytes.fill(0);
        INPUT.set(input);
    }
    value
}

/// Reads the first bytes of the input as a string.
pub fn read_str<T>(length_bytes: usize, then: impl FnOnce(&str) -> T) -> T {
    read(length_bytes, |bytes| then(std::str::from_utf8(bytes).unwrap_or_default()))
}

/// The length of a string that is not given.
const ABSENT: usize = u32::MAX as usize;

/// Strings one after another.
pub struct Strings<'a>(pub &'a [u8]);

impl<'a> Strings<'a> {
    /// Returns the length in bytes of all of them.
    pub fn length_bytes(lengths: &[usize]) -> usize {
        lengths.iter().filter(|length| **length != ABSENT).sum()
    }

    /// Returns the next one, if it is given.
    pub fn next_bytes(&mut self, length_bytes: usize) -> Option<&'a [u8]> {
        if length_bytes == ABSENT {
            return None;
        }
        let (bytes, rest) = self.0.split_at_checked(length_bytes)?;
        self.0 = rest;
        Some(bytes)
    }

    /// Returns the next one as a string, if it is given.
    pub fn next_str(&mut self, length_bytes: usize) -> Option<&'a str> {
        std::str::from_utf8(self.next_bytes(length_bytes)?).ok()
    }
}
