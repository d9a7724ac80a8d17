//! Bytes of rows that are kept between chunks.

use std::hint::black_box;
use std::ops::Deref;

/// Bytes that are appended at the end and removed from the start. They may be secrets, so removed bytes are overwritten
/// with zeros.
#[derive(Default)]
pub(super) struct SecretBytes {
    bytes: Vec<u8>,
    /// The number of bytes that are removed already. Moving the others each time would take quadratic time.
    taken: usize,
}

impl SecretBytes {
    /// Adds bytes at the end.
    pub fn append(&mut self, bytes: &[u8]) {
        let length = self.bytes.len() + bytes.len();
        if length > self.bytes.capacity() {
            // A vector that grows by itself leaves a copy behind.
            let mut larger = Vec::with_capacity(length.max(2 * self.bytes.capacity()));
            larger.extend_from_slice(&self.bytes);
            zero(&mut self.bytes);
            self.bytes = larger;
        }
        self.bytes.extend_from_slice(bytes);
    }

    /// Removes bytes at the start.
    pub fn take(&mut self, count: usize) {
        let end = self.bytes.len().min(self.taken + count);
        zero(self.bytes.get_mut(self.taken..end).unwrap_or_default());
        self.taken = end;
        if self.taken > self.bytes.len() / 2 {
            self.bytes.copy_within(self.taken.., 0);
            let left = self.bytes.len() - self.taken;
            zero(self.bytes.get_mut(left..).unwrap_or_default());
            self.bytes.truncate(left);
            self.taken = 0;
        }
    }

    /// Removes all bytes.
    pub fn clear(&mut self) {
        zero(&mut self.bytes);
        self.bytes.clear();
        self.taken = 0;
    }
}

/// Overwrites bytes with zeros, also if they are freed next.
fn zero(bytes: &mut [u8]) {
    bytes.fill(0);
    // Otherwise the compiler may leave the zeros out.
    black_box(bytes);
}

impl Deref for SecretBytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.bytes.get(self.taken..).unwrap_or_default()
    }
}

impl Drop for SecretBytes {
    fn drop(&mut self) {
        self.clear();
    }
}
