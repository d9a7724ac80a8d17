//! Reads the rows of bytes that `build/stream.rs` writes. They come from the build, so what cannot be is read as nothing.

/// What has not been read of a row.
#[derive(Clone, Copy)]
pub struct Stream(pub &'static [u8]);

impl Stream {
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// Seven bits a byte, the lowest first.
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

    /// Bytes whose length comes first.
    #[inline(never)]
    pub fn bytes(&mut self) -> &'static [u8] {
        let length = self.number();
        let (bytes, rest) = self.0.split_at_checked(length).unwrap_or_default();
        self.0 = rest;
        bytes
    }

    #[inline(never)]
    pub fn text(&mut self) -> &'static str {
        std::str::from_utf8(self.bytes()).unwrap_or_default()
    }

    /// The next of several records.
    pub fn next(&mut self) -> Self {
        Self(self.bytes())
    }

    /// Of several records the one of that place.
    pub fn at(mut self, place: usize) -> Self {
        for _ in 0..place {
            self.next();
        }
        self.next()
    }

    /// As many as the number says that comes first; they stay in memory to the end of the process.
    pub fn list<T>(&mut self, read: fn(&mut Self) -> T) -> &'static [T] {
        let mut items = Vec::new();
        for _ in 0..self.number() {
            items.push(read(self));
        }
        items.leak()
    }
}
