//! Reads JSON: an array of rows, or rows one after another on any number of lines. Only finds where each row begins and
//! ends; the sink checks whether it is JSON. After a row that is not valid JSON, reading continues with the next one.

mod begun_row;
mod open_brackets;
mod position;
mod row_scanner;
mod white_space;

use begun_row::BegunRow;
use position::Position;
use row_scanner::RowScanner;

use super::{Place, Sink};
use crate::rows::{Limits, RowFault};

/// Reads the elements of an array, or the values that follow one another.
pub(in crate::rows) struct JsonReader {
    limits: Limits,
    state: State,
    is_array: bool,
    is_after_comma: bool,
    /// Whether a comma is missing before the current row.
    lacks_comma: bool,
    scanner: RowScanner,
    row: BegunRow,
    /// Where the current chunk starts in the file.
    offset: u64,
    position: Position,
    /// The number of bytes of the current chunk that `position` has counted.
    counted: usize,
}

enum State {
    /// Before the first row or the array.
    Start,
    /// In the array, before a row.
    BeforeRow,
    InRow,
    AfterRow,
    AfterArray,
    /// After a fault that ends the file.
    Over,
}

impl JsonReader {
    /// Returns a reader of a file whose first byte, without a byte order mark, is at `offset`.
    pub fn new(offset: u64, limits: Limits) -> Self {
        Self {
            limits,
            state: State::Start,
            is_array: false,
            is_after_comma: false,
            lacks_comma: false,
            scanner: RowScanner::new(limits.nesting),
            row: BegunRow::new(limits.row_bytes),
            offset,
            position: Position::default(),
            counted: 0,
        }
    }

    /// Returns the number of lines so far.
    pub const fn lines(&self) -> u64 {
        self.position.line - (self.position.column == 1) as u64
    }

    /// Reads a chunk, which may end anywhere.
    pub fn push<S: Sink>(&mut self, chunk: &[u8], sink: &mut S) {
        // Where the current row starts in the chunk.
        let mut start = 0;
        let mut at = 0;
        while at < chunk.len() {
            if !matches!(self.state, State::InRow) {
                at = self.between(chunk, at, sink);
                start = at;
            } else if let Some(end) = self.scanner.end(chunk, at, self.is_array) {
                self.close(chunk.get(start..end).unwrap_or_default(), sink);
                at = end;
            } else {
                self.row.keep(chunk.get(start..).unwrap_or_default());
                break;
            }
        }
        self.count(chunk, chunk.len());
        self.counted = 0;
        self.offset += chunk.len() as u64;
    }

    /// Ends the file.
    pub fn end<S: Sink>(&mut self, sink: &mut S) {
        if matches!(self.state, State::InRow) {
            self.close(&[], sink);
        }
        if self.is_array && !matches!(self.state, State::AfterArray | State::Over) {
            self.fault(RowFault::ArrayNotClosed, &[], 0, sink);
        }
        self.state = State::Over;
    }

    /// Reads up to the first byte of the next row. Returns its place in the chunk.
    fn between<S: Sink>(&mut self, chunk: &[u8], mut at: usize, sink: &mut S) -> usize {
        while let Some(byte) = chunk.get(at) {
            match (&self.state, byte) {
                (_, b' ' | b'\n' | b'\r' | b'\t') => {}
                (State::Over, _) => return chunk.len(),
                (State::Start, b'[') => {
                    self.is_array = true;
                    self.state = State::BeforeRow;
                }
                (State::AfterArray, _) => {
                    self.fault(RowFault::AfterArray, chunk, at, sink);
                    self.state = State::Over;
                }
                (State::BeforeRow, b',') => {
                    self.fault(RowFault::MissingElement, chunk, at, sink);
                    self.is_after_comma = true;
                }
                (State::AfterRow, b',') if self.is_array => {
                    self.state = State::BeforeRow;
                    self.is_after_comma = true;
                }
                (_, b']') if self.is_array => {
                    if self.is_after_comma {
                        self.fault(RowFault::MissingElement, chunk, at, sink);
                    }
                    self.state = State::AfterArray;
                }
                _ => {
                    self.begin(chunk, at, *byte);
                    break;
                }
            }
            at += 1;
        }
        at
    }

    fn begin(&mut self, chunk: &[u8], at: usize, first: u8) {
        self.lacks_comma = self.is_array && matches!(self.state, State::AfterRow);
        self.is_after_comma = false;
        self.state = State::InRow;
        self.scanner.begin(first);
        let place = self.place(chunk, at);
        self.row.begin(place);
    }

    /// Ends the current row. `rest` are the bytes of it that are in this chunk.
    fn close<S: Sink>(&mut self, rest: &[u8], sink: &mut S) {
        let (row, place) = self.row.end(rest);
        match row {
            None => sink.fault(RowFault::RowBytes { limit: self.limits.row_bytes }, &place),
            Some(_) if self.scanner.is_too_deep() => {
                sink.fault(RowFault::Nesting { limit: self.limits.nesting }, &place);
            }
            Some(_) if self.lacks_comma => sink.fault(RowFault::MissingComma, &place),
            Some(row) => sink.json(row, &place),
        }
        self.row.drop_bytes();
        // A row whose end is a guess contains its comma, if there was one.
        self.state = if self.scanner.is_abandoned() { State::BeforeRow } else { State::AfterRow };
    }

    /// Reports a fault between two rows.
    fn fault<S: Sink>(&mut self, fault: RowFault, chunk: &[u8], at: usize, sink: &mut S) {
        let place = self.place(chunk, at);
        sink.fault(fault, &place);
    }

    fn place(&mut self, chunk: &[u8], at: usize) -> Place {
        self.count(chunk, at);
        let start = self.offset + at as u64;
        Place { line: self.position.line, column: self.position.column, start, end: start, line_end: 0 }
    }

    fn count(&mut self, chunk: &[u8], to: usize) {
        self.position.advance(chunk.get(self.counted..to).unwrap_or_default());
        self.counted = to;
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
