//! NDJSON: one row a line.

use super::{Place, Sink};
use crate::limits::{Limit, Limits};
use crate::rows::cache::{Bitmasks, RowShape, Values, WINDOW_BYTES};
use crate::rows::secret_bytes::SecretBytes;
use crate::rows::{Note, RowFault};

/// Takes the rows of NDJSON in order.
pub(in crate::rows) trait ShapeSink: Sink {
    /// Takes a row if the outcome of its shape is cached. Otherwise returns `false`.
    fn cached(&mut self, source: &[u8], row_shape: &mut RowShape, place: impl Fn() -> Place) -> bool;

    /// Takes a row, and its values if it has a shape.
    fn with_shape(&mut self, row: &[u8], place: &Place, values: Option<Values<'_>>);
}

/// Finds the rows of NDJSON.
#[derive(Default)]
pub(in crate::rows) struct NdjsonReader {
    /// The start of a row that is not complete yet.
    begun: SecretBytes,
    /// How many bytes of a row that is too long are skipped.
    skipped: u64,
    /// The number of lines that are complete.
    lines: u64,
    /// Where the next row begins.
    offset: u64,
    limits: Limits,
}

/// Buffers for the rows of a chunk; 8 kB that a reader does not keep between chunks.
#[derive(Default)]
struct Scratch {
    /// The bitmasks of the current window.
    bitmasks: Bitmasks,
    /// The shape of the current row.
    row_shape: RowShape,
}

impl NdjsonReader {
    /// Returns a reader for a file whose first row begins at `offset`.
    pub fn new(offset: u64, limits: Limits) -> Self {
        Self { offset, limits, ..Self::default() }
    }

    /// Returns the number of lines so far.
    pub const fn lines(&self) -> u64 {
        self.lines
    }

    /// Reads a chunk, or up to the row that makes the sink full. Returns the number of bytes read.
    pub fn push(&mut self, chunk: &[u8], sink: &mut impl ShapeSink) -> usize {
        if sink.is_full() {
            return 0;
        }
        let mut rest = chunk;
        if !self.begun.is_empty() || self.skipped > 0 {
            let Some(end) = memchr::memchr(b'\n', rest) else {
                self.begin(rest);
                return chunk.len();
            };
            let (row, after) = rest.split_at(end + 1);
            self.begin(row);
            let mut begun = std::mem::take(&mut self.begun);
            if self.skipped > 0 {
                self.skipped_row(&begun, sink);
            } else {
                self.rows(&begun, &mut Scratch::default(), sink);
            }
            begun.clear();
            self.begun = begun;
            rest = after;
        }
        let rest = self.rows(rest, &mut Scratch::default(), sink);
        if sink.is_full() {
            return chunk.len() - rest.len();
        }
        self.begin(rest);
        chunk.len()
    }

    /// Reads the last row, which may have no line end.
    pub fn end(&mut self, sink: &mut impl ShapeSink) {
        let begun = std::mem::take(&mut self.begun);
        if self.skipped > 0 {
            self.skipped_row(&begun, sink);
        } else if !begun.is_empty() {
            self.row(&begun, 0, &RowShape::default(), sink);
        }
    }

    /// Keeps the start of a row, or skips it if it is too long: only its last byte is kept then.
    fn begin(&mut self, bytes: &[u8]) {
        // Two bytes are its line end.
        if self.skipped == 0 && self.begun.len() + bytes.len() <= self.limits.request_bytes.saturating_add(2) {
            return self.begun.append(bytes);
        }
        self.skipped += (self.begun.len() + bytes.len()) as u64;
        let mut last = self.begun.iter().chain(bytes).rev().take(2).copied().collect::<Vec<_>>();
        last.reverse();
        self.skipped -= last.len() as u64;
        self.begun.clear();
        self.begun.append(&last);
    }

    /// Reads every row that ends in these bytes, until the sink is full. Returns the rest.
    fn rows<'r>(&mut self, rows: &'r [u8], scratch: &mut Scratch, sink: &mut impl ShapeSink) -> &'r [u8] {
        let mut rest = rows;
        while !rest.is_empty() {
            scratch.bitmasks.scan(rest);
            let mut at = 0;
            while at < WINDOW_BYTES {
                if sink.is_full() {
                    return rest.get(at..).unwrap_or_default();
                }
                if let Some(end) = self.cached_row(rest, at, scratch, sink) {
                    at = end;
                    continue;
                }
                let after = rest.get(at..).unwrap_or_default();
                let Some(end) = memchr::memchr(b'\n', after) else { return after };
                if at > 0 && at + end >= WINDOW_BYTES {
                    break;
                }
                self.row(after.get(..=end).unwrap_or_default(), at, &scratch.row_shape, sink);
                at += end + 1;
            }
            rest = rest.get(at..).unwrap_or_default();
        }
        rest
    }

    /// Checks the row that starts at `start`, if the outcome of its shape is cached, and returns the position after it.
    /// Otherwise `row_shape` is the shape of the row.
    #[inline(always)]
    fn cached_row(
        &mut self,
        rows: &[u8],
        start: usize,
        Scratch { bitmasks, row_shape }: &mut Scratch,
        sink: &mut impl ShapeSink,
    ) -> Option<usize> {
        let end = row_shape.cut(rows, bitmasks, start)?;
        if end - start > self.limits.request_bytes {
            return None;
        }
        let (line, offset) = (self.lines + 1, self.offset);
        let place = || place(line, offset, rows.get(start..end).unwrap_or_default());
        if !sink.cached(rows, row_shape, place) {
            return None;
        }
        self.lines += 1;
        self.offset += (end - start) as u64;
        Some(end)
    }

    /// Checks a row, with or without its line end.
    fn row(&mut self, row: &[u8], start: usize, row_shape: &RowShape, sink: &mut impl ShapeSink) {
        let place = self.next_place(row, 0);
        let content = row.get(..row.len() - usize::from(place.line_end)).unwrap_or_default();
        if content.len() > self.limits.request_bytes {
            return sink.fault(RowFault::too_large(Limit::RequestBytes, &self.limits), &place);
        }
        if content.iter().all(u8::is_ascii_whitespace) {
            return;
        }
        if is_comment(content) {
            return sink.note(Note::Comments { line: place.line });
        }
        let account = row_shape.account(row, start);
        let starts: Vec<_> = row_shape.starts().map(|at| at.wrapping_sub(start)).collect();
        let values = account.map(|account| Values { row_shape, account, starts: &starts });
        sink.with_shape(content, &place, values);
    }

    /// Reports a row that was skipped, given its last bytes.
    fn skipped_row(&mut self, last: &[u8], sink: &mut impl ShapeSink) {
        let skipped = std::mem::take(&mut self.skipped);
        let place = self.next_place(last, skipped);
        sink.fault(RowFault::too_large(Limit::RequestBytes, &self.limits), &place);
    }

    /// Returns the place of the next row, given its last bytes and how many are before them, and goes on to the one after.
    fn next_place(&mut self, row: &[u8], skipped: u64) -> Place {
        self.lines += 1;
        let Place { line, column, start, end, line_end } = place(self.lines, self.offset, row);
        let place = Place { line, column, start, end: end + skipped, line_end };
        self.offset = place.end + u64::from(place.line_end);
        place
    }
}

/// Returns `true` for a line that is no row, but a comment.
fn is_comment(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    line.starts_with(b"#") || line.starts_with(b"//") || line.starts_with(b"/*") && line.ends_with(b"*/")
}

fn place(line: u64, start: u64, row: &[u8]) -> Place {
    let line_end = match row {
        [.., b'\r', b'\n'] => 2,
        [.., b'\n'] => 1,
        _ => 0,
    };
    Place { line, column: 1, start, end: start + row.len() as u64 - u64::from(line_end), line_end }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
