//! Reads JSON: an array of rows, or rows one after another on any number of lines. Only finds where each row begins and
//! ends; the sink checks whether it is JSON. After a row that is not valid JSON, reading continues with the next one.
//!
//! An object that is not a row, but has an array of objects in it, is the answer of an API. Another reader reads its rows
//! as soon as the object ends, or is larger than a row may be.

mod begun_row;
mod comment;
mod open_brackets;
mod position;
mod row_scanner;
mod white_space;
mod wrapped_list;

use begun_row::BegunRow;
use comment::Comment;
pub(in crate::rows) use comment::skip_comments;
use position::Position;
use row_scanner::RowScanner;
pub(in crate::rows) use wrapped_list::find as find_list;

use super::{Place, Sink};
use crate::rows::{Limits, Note, RowFault};

/// Reads the elements of an array, or the values that follow one another.
pub(in crate::rows) struct JsonReader {
    limits: Limits,
    state: State,
    is_array: bool,
    /// Whether the array is in an object, so that its end is not that of the file.
    is_list: bool,
    is_after_comma: bool,
    /// The comment between two rows that has begun.
    comment: Option<Comment>,
    /// Whether a comma is missing before the current row.
    lacks_comma: bool,
    scanner: RowScanner,
    row: BegunRow,
    /// The reader of the list in an object whose end is not known yet.
    list: Option<Box<OpenList>>,
    /// Whether the current row is the rest of an object after its list.
    is_rest_of_object: bool,
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
            is_list: false,
            is_after_comma: false,
            comment: None,
            lacks_comma: false,
            scanner: RowScanner::new(limits.nesting),
            row: BegunRow::new(limits.row_bytes),
            list: None,
            is_rest_of_object: false,
            offset,
            position: Position::default(),
            counted: 0,
        }
    }

    /// Returns a reader of the list that begins at this place.
    fn of_list(offset: u64, position: Position, limits: Limits) -> Self {
        Self { is_list: true, position, ..Self::new(offset, limits) }
    }

    /// Returns the number of lines so far.
    pub const fn lines(&self) -> u64 {
        self.position.line - (self.position.column == 1) as u64
    }

    /// Reads a chunk, which may end anywhere.
    pub fn push<S: Sink>(&mut self, chunk: &[u8], sink: &mut S) {
        let mut rest = chunk;
        while !rest.is_empty() {
            let read = if self.list.is_some() { self.read_list(rest, sink) } else { self.read(rest, sink) };
            self.count(rest, read);
            self.counted = 0;
            self.offset += read as u64;
            rest = rest.get(read..).unwrap_or_default();
        }
    }

    /// Reads a chunk, or up to a list. Returns the number of bytes read.
    fn read<S: Sink>(&mut self, chunk: &[u8], sink: &mut S) -> usize {
        // Where the current row starts in the chunk.
        let mut start = 0;
        let mut at = 0;
        while at < chunk.len() && self.list.is_none() && !self.is_end_of_list() {
            if !matches!(self.state, State::InRow) {
                at = self.between(chunk, at, sink);
                start = at;
                continue;
            }
            let end = self.scanner.end(chunk, at, self.is_array);
            let row = chunk.get(start..end.unwrap_or(chunk.len())).unwrap_or_default();
            let (kept, has_list) = self.keep_too_long(row, sink);
            start += kept;
            at = start;
            if has_list {
                continue;
            }
            let Some(end) = end else {
                self.row.keep(chunk.get(start..).unwrap_or_default());
                return chunk.len();
            };
            self.close(chunk.get(start..end).unwrap_or_default(), sink);
            (start, at) = (end, end);
        }
        at
    }

    /// Reads a list up to its end. Returns the number of bytes read, or `None` if the list goes on.
    fn read_array<S: Sink>(&mut self, bytes: &[u8], sink: &mut S) -> Option<usize> {
        let read = self.read(bytes, sink);
        self.count(bytes, read);
        self.counted = 0;
        self.offset += read as u64;
        self.is_end_of_list().then_some(read)
    }

    const fn is_end_of_list(&self) -> bool {
        self.is_list && matches!(self.state, State::AfterArray)
    }

    /// Keeps bytes of a row up to its limit if the row is longer, and reads its list if it has one. Returns the number of
    /// bytes kept, and whether there is a list.
    fn keep_too_long<S: Sink>(&mut self, row: &[u8], sink: &mut S) -> (usize, bool) {
        let Some(room) = self.row.room().filter(|room| row.len() > *room && self.may_have_list()) else {
            return (0, false);
        };
        self.row.keep(row.get(..room).unwrap_or_default());
        let list = OpenList::begin(self.row.kept(), self.row.place(), self.limits, sink);
        let has_list = list.is_some();
        if let Some(list) = list {
            self.go_on_with(list);
        }
        (room, has_list)
    }

    /// Returns `true` if the current row may be an object around rows.
    const fn may_have_list(&self) -> bool {
        !self.is_array && !self.is_rest_of_object
    }

    /// Reads a list whose object has not ended. If the list has, the rest of the object is a row that is no row.
    fn go_on_with(&mut self, list: OpenList) {
        self.row.drop_bytes();
        match &list.rest {
            None => {
                self.state = State::AfterRow;
                self.list = Some(Box::new(list));
            }
            Some(rest) => {
                self.begin_rest(list.depth, self.row.place());
                self.scanner.end(rest, 0, false);
                self.row.keep(rest);
            }
        }
    }

    /// Reads rows of the list. Returns the number of bytes read.
    fn read_list<S: Sink>(&mut self, chunk: &[u8], sink: &mut S) -> usize {
        let Some(mut list) = self.list.take() else { return 0 };
        let Some(read) = list.reader.read_array(chunk, sink) else {
            self.list = Some(list);
            return chunk.len();
        };
        let place = self.place(chunk, read);
        self.begin_rest(list.depth, place);
        read
    }

    /// Begins the rest of an object after its list.
    fn begin_rest(&mut self, depth: usize, place: Place) {
        self.state = State::InRow;
        self.is_rest_of_object = true;
        self.scanner.begin(b'{');
        self.scanner.open_objects(depth);
        self.row.begin(place);
    }
    /// Ends the file.
    pub fn end<S: Sink>(&mut self, sink: &mut S) {
        if let Some(list) = &mut self.list {
            list.reader.end(sink);
        }
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
            let before = self.comment;
            self.comment = before.and_then(|comment| comment.next(*byte));
            // A slash alone is skipped, so that the row after it is read.
            if self.comment.is_some() || before.is_some_and(|comment| comment != Comment::Slash) {
                at += 1;
                continue;
            }
            match (&self.state, byte) {
                (_, b' ' | b'\n' | b'\r' | b'\t') => {}
                (State::Over, _) => return chunk.len(),
                (State::Start, b'[') => {
                    self.is_array = true;
                    self.state = State::BeforeRow;
                }
                (_, b'/' | b'#') => {
                    self.comment = Comment::begin(*byte);
                    let line = self.place(chunk, at).line;
                    sink.note(Note::Comments { line });
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
                        let line = self.place(chunk, at).line;
                        sink.note(Note::TrailingComma { line });
                    }
                    self.state = State::AfterArray;
                    if self.is_list {
                        return at + 1;
                    }
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
        let is_rest_of_object = std::mem::take(&mut self.is_rest_of_object);
        if !self.is_array && !is_rest_of_object && self.close_list(rest, sink) {
            return;
        }
        let (row, place) = self.row.end(rest);
        if is_rest_of_object {
            note_pages(row.unwrap_or_default(), sink);
            self.row.drop_bytes();
            self.state = State::AfterRow;
            return;
        }
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

    /// Reads the list of the current row, if it is an object around rows. `rest` is as for [`JsonReader::close`].
    fn close_list<S: Sink>(&mut self, rest: &[u8], sink: &mut S) -> bool {
        let place = self.row.place();
        // If the end of the object is a guess, its rows go on.
        let goes_on = self.scanner.is_abandoned();
        let list = self.row.with(rest, |object| OpenList::begin(object, place, self.limits, sink));
        let Some(mut list) = list else { return false };
        if goes_on {
            self.go_on_with(list);
        } else {
            if list.rest.is_none() {
                list.reader.end(sink);
            }
            self.row.drop_bytes();
            self.state = State::AfterRow;
        }
        true
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

/// A list whose rows are read as far as they are known.
struct OpenList {
    reader: JsonReader,
    /// How many objects are around it.
    depth: usize,
    /// What follows the list, if it has ended.
    rest: Option<Vec<u8>>,
}

impl OpenList {
    /// Reads the rows of the list in an object that is not a row. The object may be cut off.
    fn begin<S: Sink>(object: &[u8], place: Place, limits: Limits, sink: &mut S) -> Option<Self> {
        let list = wrapped_list::find(object)?;
        let (before, rows) = object.split_at_checked(list.start)?;
        let mut position = Position { line: place.line, column: place.column };
        position.advance(before);
        let mut reader = JsonReader::of_list(place.start + before.len() as u64, position, limits);
        sink.note(Note::Wrapped { key: list.key });
        note_pages(object, sink);
        let read = reader.read_array(rows, sink);
        let rest = read.map(|read| rows.get(read..).unwrap_or_default().to_vec());
        Some(Self { reader, depth: list.depth, rest })
    }
}

/// Notes that an object, which may be cut off at its start or end, shows more pages of rows.
fn note_pages<S: Sink>(object: &[u8], sink: &mut S) {
    if let Some(key) = wrapped_list::more_pages(object) {
        sink.note(Note::MorePages { key });
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
