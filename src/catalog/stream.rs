//! Decodes the records of `builtin/data.rs`, which `crates/schema/src/write/stream.rs` encodes. The data is trusted:
//! malformed data decodes to empty values.

/// The rest of a record.
#[derive(Clone, Copy)]
pub struct Stream(pub &'static [u8]);

impl Stream {
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// Seven bits a byte, the lowest first; the highest bit is set if more bytes follow.
    #[inline(never)]
    pub fn number(&mut self) -> usize {
        let (mut number, mut shift) = (0, 0);
        while let Some((byte, rest)) = self.0.split_first() {
            self.0 = rest;
            number |= usize::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                break;
            }
            shift += 7;
        }
        number
    }

    /// The length, then the bytes.
    #[inline(never)]
    pub fn bytes(&mut self) -> &'static [u8] {
        let length = self.number();
        let (bytes, rest) = self.0.split_at_checked(length).unwrap_or_default();
        self.0 = rest;
        bytes
    }

    /// The length in bytes, then UTF-8.
    #[inline(never)]
    pub fn string(&mut self) -> &'static str {
        std::str::from_utf8(self.bytes()).unwrap_or_default()
    }

    /// The next record.
    pub fn next(&mut self) -> Self {
        Self(self.bytes())
    }

    /// The record of that index.
    pub fn at(mut self, index: usize) -> Self {
        for _ in 0..index {
            self.next();
        }
        self.next()
    }

    /// The number of items, then each item. The list stays in memory until the process ends.
    pub fn list<T>(&mut self, read: fn(&mut Self) -> T) -> &'static [T] {
        let mut items = Vec::new();
        for _ in 0..self.number() {
            items.push(read(self));
        }
        items.leak()
    }
}
