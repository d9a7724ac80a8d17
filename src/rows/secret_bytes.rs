//! Bytes of rows that are kept between chunks.

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
        self.bytes.extend_from_slice(bytes);
    }

    /// Removes bytes at the start.
    pub fn take(&mut self, count: usize) {
        let end = self.bytes.len().min(self.taken + count);
        self.bytes.get_mut(self.taken..end).unwrap_or_default().fill(0);
        self.taken = end;
        if self.taken > self.bytes.len() / 2 {
            self.bytes.copy_within(self.taken.., 0);
            let left = self.bytes.len() - self.taken;
            self.bytes.get_mut(left..).unwrap_or_default().fill(0);
            self.bytes.truncate(left);
            self.taken = 0;
        }
    }

    /// Removes all bytes.
    pub fn clear(&mut self) {
        self.bytes.fill(0);
        self.bytes.clear();
        self.taken = 0;
    }
}

impl Deref for SecretBytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.bytes.get(self.taken..).unwrap_or_default()
    }
}
