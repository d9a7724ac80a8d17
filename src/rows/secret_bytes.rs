//! Bytes of rows that are kept between chunks.

use std::ops::Deref;

/// Bytes that may be secrets, so they are zeroed when they leave.
#[derive(Default)]
pub(super) struct SecretBytes(Vec<u8>);

impl SecretBytes {
    /// Adds bytes at the end.
    pub fn append(&mut self, bytes: &[u8]) {
        let length = self.0.len() + bytes.len();
        if length > self.0.capacity() {
            // A vector that grows by itself leaves a copy behind.
            let mut larger = Vec::with_capacity(length.max(2 * self.0.capacity()));
            larger.extend_from_slice(&self.0);
            self.clear();
            self.0 = larger;
        }
        self.0.extend_from_slice(bytes);
    }

    /// Removes all bytes.
    pub fn clear(&mut self) {
        self.0.fill(0);
        // Otherwise the compiler may leave the zeros out if the bytes are freed next.
        std::hint::black_box(&mut self.0);
        self.0.clear();
    }
}

impl Deref for SecretBytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for SecretBytes {
    fn drop(&mut self) {
        self.clear();
    }
}
