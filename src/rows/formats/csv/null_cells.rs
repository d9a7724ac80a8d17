//! The mark of an absent value in PostgreSQL's `COPY` and MySQL's `SELECT … INTO OUTFILE`: a cell `\N` without quotes.

use memchr::memmem::Finder;

/// Finds the cells of a row that are marked as absent.
pub(super) struct NullCells {
    delimiter: u8,
    mark: Finder<'static>,
}

impl NullCells {
    const MARK: &'static [u8] = b"\\N";

    pub fn new(delimiter: u8) -> Self {
        Self { delimiter, mark: Finder::new(Self::MARK) }
    }

    /// Returns the row with these cells empty, or `None` if it has none. A quoted `\N` is a value.
    pub fn empty(&self, row: &[u8]) -> Option<Vec<u8>> {
        self.mark.find(row)?;
        let mut emptied = Vec::new();
        let mut from = 0;
        let (mut is_cell_start, mut is_quoted, mut is_closed) = (true, false, false);
        for (at, byte) in row.iter().enumerate() {
            let is_quote = *byte == b'"';
            // Two quotes, which stand for one, close the cell and open it again.
            let opens = is_quote && (is_cell_start || is_closed);
            is_closed = is_quote && is_quoted;
            is_quoted = opens || is_quoted && !is_quote;
            if is_cell_start && self.is_marked(row.get(at..).unwrap_or_default()) {
                emptied.extend_from_slice(row.get(from..at).unwrap_or_default());
                from = at + Self::MARK.len();
            }
            is_cell_start = !is_quoted && *byte == self.delimiter;
        }
        if from == 0 {
            return None;
        }
        emptied.extend_from_slice(row.get(from..).unwrap_or_default());
        Some(emptied)
    }

    /// Returns `true` if these bytes start with a cell that is the mark.
    fn is_marked(&self, bytes: &[u8]) -> bool {
        let Some(after) = bytes.strip_prefix(Self::MARK) else { return false };
        after.first().is_none_or(|byte| *byte == self.delimiter || matches!(byte, b'\n' | b'\r'))
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::NullCells;

    fn emptied(row: &str) -> Option<String> {
        NullCells::new(b',').empty(row.as_bytes()).map(|row| String::from_utf8_lossy(&row).into())
    }

    #[test]
    fn unquoted_marks_are_emptied() {
        for (row, expected) in [
            ("\\N", ""),
            ("a,\\N,b", "a,,b"),
            ("\\N,\\N,\\N\n", ",,\n"),
            ("\"a,\\N,b\",\\N\r\n", "\"a,\\N,b\",\r\n"),
            ("\"a\"\"\",\\N", "\"a\"\"\","),
            ("a\",\\N", "a\","),
            ("a\"\",\\N", "a\"\","),
            ("\"a\n\\N\n\",\\N", "\"a\n\\N\n\","),
        ] {
            assert_eq!(emptied(row).as_deref(), Some(expected), "{row:?}");
        }
    }

    #[test]
    fn values_stay() {
        for row in
            ["", "a,b", "\"\\N\",a", "\"\\N\"", "a\\N,b", "\\Na,b", " \\N,a", "\\N ,a", "\\n,a", "\\\\N", "\"a,\\N\""]
        {
            assert_eq!(emptied(row), None, "{row:?}");
        }
    }
}
