//! The bytes of a row that is not complete yet.

/// Bytes that are appended at the end and taken from the start. They are secrets, so they are zeroed when they leave.
#[derive(Default)]
pub(super) struct Buffer {
    bytes: Vec<u8>,
    /// The number of bytes that are taken already. Moving the others down each time would take quadratic time.
    taken: usize,
}

impl Buffer {
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(self.taken..).unwrap_or_default()
    }

    pub fn is_empty(&self) -> bool {
        self.bytes.len() == self.taken
    }

    pub fn append(&mut self, bytes: &[u8]) {
        let length = self.bytes.len() + bytes.len();
        if length > self.bytes.capacity() {
            // A vector that grows by itself leaves a copy behind.
            let mut larger = Vec::with_capacity(length.max(2 * self.bytes.capacity()));
            larger.extend_from_slice(&self.bytes);
            self.bytes.fill(0);
            self.bytes = larger;
        }
        self.bytes.extend_from_slice(bytes);
    }

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
}

impl Drop for Buffer {
    fn drop(&mut self) {
        self.bytes.fill(0);
    }
}
