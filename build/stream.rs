//! Bytes that `src/catalog/stream.rs` reads again.

/// A row of bytes in the making.
#[derive(Default)]
pub struct Stream(pub Vec<u8>);

impl Stream {
    /// Seven bits a byte, the lowest first; the highest bit says that more follow.
    pub fn number(&mut self, mut number: u64) -> &mut Self {
        while number > 0x7F {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
        self
    }

    /// The length, then the bytes.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.number(bytes.len() as u64).0.extend_from_slice(bytes);
        self
    }

    pub fn text(&mut self, text: &str) -> &mut Self {
        self.bytes(text.as_bytes())
    }

    /// How many, then each.
    pub fn list<'i, T>(&mut self, items: &'i [T], mut write: impl FnMut(&mut Self, &'i T)) -> &mut Self {
        self.number(items.len() as u64);
        items.iter().for_each(|item| write(self, item));
        self
    }
}

/// Records, each with its length before it.
pub fn records(name: &str, records: &[Stream]) -> String {
    let mut all = Stream::default();
    records.iter().for_each(|record| _ = all.bytes(&record.0));
    declare(name, &all.0)
}

/// The row of that name.
pub fn declare(name: &str, bytes: &[u8]) -> String {
    let bytes: Vec<String> = bytes.iter().map(u8::to_string).collect();
    format!("static {name}: Stream = Stream(&[{}]);\n", bytes.join(", "))
}
