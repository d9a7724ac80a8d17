//! What takes the rows that a reader finds.

use crate::rows::{Note, RowFault, Unreadable};

/// Where a row is in the file. A byte order mark counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::rows) struct Place {
    /// The line in which it begins, counted from 1.
    pub line: u64,
    /// The column in which it begins, counted from 1 in UTF-16 code units.
    pub column: u64,
    /// Its first byte.
    pub start: u64,
    /// The byte after it, without its line end.
    pub end: u64,
    /// The length of its line end in bytes: 0, 1 or 2.
    pub line_end: u8,
}

/// Takes the rows of a file in order.
pub(in crate::rows) trait Sink {
    /// Takes a row that is JSON, as it is in the file.
    fn json(&mut self, row: &[u8], place: &Place);

    /// Takes a row that cannot be read. A fault between two rows has no bytes.
    fn fault(&mut self, fault: RowFault, place: &Place);

    /// Takes what a person should know about the file.
    fn note(&mut self, note: Note);

    /// Takes the reason why nothing more can be read.
    fn unreadable(&mut self, reason: Unreadable);

    /// Returns `true` if the sink takes no more rows for now. A reader then stops after the current row.
    fn is_full(&self) -> bool {
        false
    }
}
