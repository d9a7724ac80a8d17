//! The formats of files: each finds where the rows begin and end, and hands them to a [`Sink`].

mod csv;
mod detect;
mod json;
mod ndjson;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod pieces;

pub(super) use csv::{CsvReader, CsvSink, Header, Record};
pub(super) use detect::{detect, is_enough, verify};
pub(super) use json::JsonReader;
pub(super) use ndjson::{NdjsonReader, ShapeSink};

use super::{RowFault, Unreadable};

/// Where a row is in the file. A byte order mark counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
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
pub(super) trait Sink {
    /// Takes a row that is JSON, as it is in the file.
    fn json(&mut self, row: &[u8], place: &Place);

    /// Takes a row that cannot be read. A fault between two rows has no bytes.
    fn fault(&mut self, fault: RowFault, place: &Place);

    /// Takes the reason why nothing more can be read.
    fn unreadable(&mut self, reason: Unreadable);
}
