//! Reads CSV in chunks. Lines and bytes are counted here, because a row may span lines.

use memchr::{memchr, memchr2};

use super::header::{Header, delimiter_of, separator_of};
use super::null_cells::NullCells;
use super::record::{Record, Records};
use super::split::{Found, Split, SplitOptions, line_end, line_ends};
use crate::catalog::Catalog;
use crate::limits::{Limit, Limits};
use crate::rows::formats::{Place, Sink};
use crate::rows::mapping::Mapping;
use crate::rows::secret_bytes::SecretBytes;
use crate::rows::{RowFault, Unreadable};

/// Takes the rows of a CSV file in order.
pub(in crate::rows) trait CsvSink: Sink {
    /// Takes a row. It has at least one cell that is not empty.
    fn record(&mut self, header: &Header, record: &Record<'_>, place: &Place);
}

/// Reads the rows of a CSV file.
pub(in crate::rows) struct CsvReader {
    limits: Limits,
    catalog: Catalog,
    mapping: Option<Mapping>,
    stage: Stage,
    delimiter: u8,
    records: Records,
    null_cells: NullCells,
    header: Option<Header>,
    header_bytes: Option<u64>,
    /// The start of the row that is not complete yet.
    pending: SecretBytes,
    split: Split,
    reread: Reread,
    /// Why the current line is rejected, and its first byte, if that is known before its end.
    rejected: Option<(RowFault, u64)>,
    /// The byte and the line at which the next row begins.
    offset: u64,
    line: u64,
    /// Whether the last line so far has no line end.
    is_line_open: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Before the first line, which shows the delimiter.
    Start,
    Header,
    Rows,
    Unreadable,
}

/// Bytes that are read more than once, because the row that seemed to contain them has a fault.
#[derive(Default)]
struct Reread {
    start: u64,
    end: u64,
    count: u64,
}

impl Reread {
    /// How often a region is read before its lines are rows, so that the time stays linear.
    const TIMES: u64 = 16;

    /// Adds that a row was read up to `end`, and that all but its first line is read again from `from`.
    fn add(&mut self, start: u64, from: u64, end: u64) {
        if start >= self.end {
            *self = Self { start, end, count: 0 };
        }
        self.end = self.end.max(end);
        self.count += end - from;
    }

    fn is_one_line(&self, start: u64) -> bool {
        start < self.end && self.count > Self::TIMES * (self.end - self.start)
    }
}

impl CsvReader {
    /// Returns a reader for bytes that begin at this offset of the file, in its first line.
    pub fn new(offset: u64, limits: Limits, catalog: Catalog) -> Self {
        Self {
            limits,
            catalog,
            mapping: None,
            stage: Stage::Start,
            delimiter: b',',
            records: Records::new(b',', limits.cells),
            null_cells: NullCells::new(b','),
            header: None,
            header_bytes: None,
            pending: SecretBytes::default(),
            split: Split::default(),
            reread: Reread::default(),
            rejected: None,
            offset,
            line: 1,
            is_line_open: false,
        }
    }

    /// Reads a header with other names.
    pub fn with_mapping(mut self, mapping: Option<Mapping>) -> Self {
        self.mapping = mapping;
        self
    }

    /// Returns the number of bytes before the first row, once the header is read.
    pub fn header_bytes(&self) -> Option<u64> {
        self.header_bytes
    }

    /// Returns the delimiter, once the header is read.
    pub fn delimiter(&self) -> Option<u8> {
        self.header.as_ref().map(|_| self.delimiter)
    }

    /// Returns the number of lines so far, without those of a row that is not complete yet.
    pub fn lines(&self) -> u64 {
        self.line - 1 + u64::from(self.is_line_open)
    }

    /// Returns the header, once it is read.
    pub fn header(&self) -> Option<&Header> {
        self.header.as_ref()
    }

    /// Reads a chunk, or up to the row that makes the sink full. Returns the number of bytes read.
    pub fn push(&mut self, chunk: &[u8], sink: &mut impl CsvSink) -> usize {
        // A full sink may have left rows.
        self.read_pending(false, sink);
        let mut rest = chunk;
        while !self.pending.is_empty() && !rest.is_empty() && !sink.is_full() {
            // The rows after the one that is pending are read from the chunk itself.
            let (piece, after) = rest.split_at(memchr(b'\n', rest).map_or(rest.len(), |end| end + 1));
            self.pending.append(piece);
            self.read_pending(false, sink);
            rest = after;
        }
        let read = self.read(rest, false, sink);
        rest = rest.get(read..).unwrap_or_default();
        if sink.is_full() {
            return chunk.len() - rest.len();
        }
        self.pending.append(rest);
        chunk.len()
    }

    /// Reads the last row, which may have no line end, or up to the row that makes the sink full.
    pub fn end(&mut self, sink: &mut impl CsvSink) {
        self.read_pending(true, sink);
    }

    fn read_pending(&mut self, is_end: bool, sink: &mut impl CsvSink) {
        let mut pending = std::mem::take(&mut self.pending);
        let read = self.read(&pending, is_end, sink);
        pending.take(read);
        self.pending = pending;
    }

    /// Reads every row that ends in these bytes, which begin with a row, until the sink is full. Returns the number of
    /// bytes read.
    fn read(&mut self, bytes: &[u8], is_end: bool, sink: &mut impl CsvSink) -> usize {
        let mut at = 0;
        while !sink.is_full()
            && let Some(read) = self.step(bytes.get(at..).unwrap_or_default(), is_end, sink)
        {
            at += read;
        }
        at
    }

    /// Reads a row or an empty line. Returns `None` if more bytes are needed.
    #[inline(always)]
    fn step(&mut self, bytes: &[u8], is_end: bool, sink: &mut impl CsvSink) -> Option<usize> {
        if self.rejected.is_some() {
            return self.reject(bytes, is_end, sink);
        }
        let first = bytes.first()?;
        if self.stage == Stage::Unreadable {
            return Some(bytes.len());
        }
        if self.split.is_at_start() && matches!(first, b'\n' | b'\r') {
            let length = line_end(bytes, 0, is_end)?;
            self.advance(length, 0, length);
            return Some(length);
        }
        if self.stage == Stage::Start {
            return self.start(bytes, is_end, sink);
        }
        let limit = self.limits.request_bytes;
        let is_one_line = self.reread.is_one_line(self.offset);
        match self.split.read(bytes, SplitOptions { delimiter: self.delimiter, limit, is_one_line, is_end }) {
            Found::More => None,
            Found::Row { end, line_end } => {
                self.row(bytes, end, line_end, sink);
                Some(end + line_end)
            }
            Found::Fault { fault, read } => {
                self.split = Split::default();
                let first_line = memchr2(b'\n', b'\r', bytes.get(..read).unwrap_or_default());
                if let Some(end) = first_line {
                    self.reread.add(self.offset, self.offset + end as u64, self.offset + read as u64);
                }
                if self.stage == Stage::Header {
                    self.unreadable(Unreadable::Header { fault }, sink);
                } else {
                    self.rejected = Some((fault, self.offset));
                }
                Some(0)
            }
        }
    }

    /// Reads the first line.
    fn start(&mut self, bytes: &[u8], is_end: bool, sink: &mut impl CsvSink) -> Option<usize> {
        let window = bytes.get(..=self.limits.request_bytes).unwrap_or(bytes);
        let Some(end) = self.split.line(window) else {
            if window.len() > self.limits.request_bytes {
                let fault = RowFault::too_large(Limit::RequestBytes, &self.limits);
                self.unreadable(Unreadable::Header { fault }, sink);
                return Some(0);
            }
            return is_end.then(|| self.first_line(bytes, 0));
        };
        let length = line_end(bytes, end, is_end)?;
        Some(self.first_line(bytes.get(..end).unwrap_or_default(), length))
    }

    /// Takes the first line. Skips it if it is blank or names the delimiter.
    fn first_line(&mut self, line: &[u8], line_end: usize) -> usize {
        self.split = Split::default();
        let separator = separator_of(line);
        let is_blank = line.iter().all(u8::is_ascii_whitespace);
        if !is_blank {
            self.delimiter = separator.unwrap_or_else(|| delimiter_of(line));
            self.records = Records::new(self.delimiter, self.limits.cells);
            self.null_cells = NullCells::new(self.delimiter);
            self.stage = Stage::Header;
        }
        if !is_blank && separator.is_none() {
            return 0;
        }
        self.advance(line.len() + line_end, 0, line_end);
        line.len() + line_end
    }

    fn row(&mut self, bytes: &[u8], end: usize, line_end: usize, sink: &mut impl CsvSink) {
        let row = bytes.get(..end).unwrap_or_default();
        let place = self.place(self.offset, self.offset + end as u64, line_end);
        let has_quotes = self.split.has_quotes;
        let lines_inside = if has_quotes { line_ends(row) } else { 0 };
        self.split = Split::default();
        self.advance(end + line_end, lines_inside, line_end);
        let source = if has_quotes { bytes.get(..end + line_end.min(1)).unwrap_or_default() } else { row };
        let emptied = self.null_cells.empty(source);
        let source = emptied.as_deref().unwrap_or(source);
        let record = if has_quotes { self.records.read(source) } else { self.records.split(source) };
        let fault = match record {
            None => RowFault::too_large(Limit::Cells, &self.limits),
            Some(record) if !record.is_visible_ascii && str::from_utf8(row).is_err() => RowFault::NotUtf8,
            Some(record) if emptied.is_none() && record.is_blank() => return,
            Some(record) => {
                if let Some(header) = &self.header {
                    sink.record(header, &record, &place);
                    return;
                }
                match Header::new(&record, self.delimiter, &self.limits, &self.catalog, self.mapping.as_ref()) {
                    Ok(header) => {
                        self.header = Some(header);
                        self.header_bytes = Some(self.offset);
                        self.stage = Stage::Rows;
                    }
                    Err(reason) => self.unreadable(reason, sink),
                }
                return;
            }
        };
        if self.stage == Stage::Header {
            self.unreadable(Unreadable::Header { fault }, sink);
        } else {
            sink.fault(fault, &place);
        }
    }

    /// Reads up to the end of a line that is rejected. Its bytes are not kept.
    #[inline(never)]
    fn reject(&mut self, bytes: &[u8], is_end: bool, sink: &mut impl CsvSink) -> Option<usize> {
        let found = memchr2(b'\n', b'\r', bytes);
        let end = found.unwrap_or(bytes.len());
        let length = line_end(bytes, end, is_end);
        let (Some(line_end), true) = (length, found.is_some() || is_end) else {
            self.advance(end, 0, 0);
            return (end > 0).then_some(end);
        };
        let (fault, start) = self.rejected.take()?;
        sink.fault(fault, &self.place(start, self.offset + end as u64, line_end));
        self.advance(end + line_end, 0, line_end);
        Some(end + line_end)
    }

    fn unreadable(&mut self, reason: Unreadable, sink: &mut impl CsvSink) {
        self.stage = Stage::Unreadable;
        sink.unreadable(reason);
    }

    fn place(&self, start: u64, end: u64, line_end: usize) -> Place {
        Place { line: self.line, column: 1, start, end, line_end: line_end as u8 }
    }

    /// Continues after these bytes, which contain this number of line ends. `line_end` is the length of one at their end.
    fn advance(&mut self, bytes: usize, lines: u64, line_end: usize) {
        self.offset += bytes as u64;
        self.line += lines + u64::from(line_end > 0);
        self.is_line_open = line_end == 0;
    }
}
