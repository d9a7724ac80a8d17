//! Encodes records that `src/catalog/stream.rs` decodes.

/// The bytes of a record.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stream(Vec<u8>);

impl Stream {
    /// Seven bits a byte, the lowest first; the highest bit is set if more bytes follow.
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

    /// The length in bytes, then UTF-8.
    pub fn string(&mut self, string: &str) -> &mut Self {
        self.bytes(string.as_bytes())
    }

    /// The number of items, then each item.
    pub fn list<'i, T>(&mut self, items: &'i [T], mut write: impl FnMut(&mut Self, &'i T)) -> &mut Self {
        self.number(items.len() as u64);
        items.iter().for_each(|item| write(self, item));
        self
    }

    /// The bytes of another record, without its length.
    pub fn append(&mut self, other: &Self) -> &mut Self {
        self.0.extend_from_slice(&other.0);
        self
    }
}

/// A static of that name: the records, each after its length and on a line of its own.
pub fn records(name: &str, doc: &str, records: &[Stream]) -> String {
    let mut lines = String::new();
    for record in records {
        let mut line = Stream::default();
        line.bytes(&record.0);
        lines.push_str("    ");
        line.0.iter().enumerate().for_each(|(index, byte)| push_byte(&mut lines, *byte, index == 0));
        lines.push_str("\\\n");
    }
    format!("\n/// {doc}\npub static {name}: Stream = Stream(\n    b\"\\\n{lines}\",\n);\n")
}

/// Writes a byte as in a byte string. A line of the literal must not start with a space, which would be skipped.
fn push_byte(literal: &mut String, byte: u8, starts_line: bool) {
    match byte {
        b'"' | b'\\' => literal.extend(['\\', char::from(byte)]),
        b' ' if starts_line => literal.push_str("\\x20"),
        b' '..=b'~' => literal.push(char::from(byte)),
        _ => literal.push_str(&format!("\\x{byte:02x}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_a_line_that_rust_reads_as_the_same_bytes() {
        let mut record = Stream::default();
        record.string("\"a\\ é\n").number(300).list(&["", "b"], |stream, string| _ = stream.string(string));
        let mut long = Stream::default();
        long.string(" 23456789 123456789 12345678901");
        let literal = b"\
            \x0e\x07\"a\\ \xc3\xa9\x0a\xac\x02\x02\x00\x01b\
            \x20\x1f 23456789 123456789 12345678901\
        ";
        let lines = [
            r#"    \x0e\x07\"a\\ \xc3\xa9\x0a\xac\x02\x02\x00\x01b\"#,
            r#"    \x20\x1f 23456789 123456789 12345678901\"#,
        ];
        let written = records("NAME", "Doc.", &[record.clone(), long.clone()]);
        assert_eq!(written.lines().filter(|line| line.contains("\\x")).collect::<Vec<_>>(), lines);
        let mut expected = Stream::default();
        expected.bytes(&record.0).bytes(&long.0);
        assert_eq!(literal, &expected.0[..]);
    }
}
