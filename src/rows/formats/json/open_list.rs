//! The rows of a list in an object.

use super::position::Position;
use super::{JsonReader, wrapped_list};
use crate::rows::formats::{Place, Sink};
use crate::rows::secret_bytes::SecretBytes;
use crate::rows::{Limits, Note};

/// A list whose rows are read as far as they are known.
pub(super) struct OpenList {
    pub reader: JsonReader,
    /// How many objects are around it.
    pub depth: usize,
    /// What follows the list, if it has ended.
    pub rest: Option<SecretBytes>,
}

impl OpenList {
    /// Reads the rows of the list in an object that is not a row. The object may be cut off.
    pub fn begin<S: Sink>(object: &[u8], place: Place, limits: Limits, sink: &mut S) -> Option<Self> {
        let list = wrapped_list::find(object)?;
        let (before, rows) = object.split_at_checked(list.start)?;
        let mut position = Position { line: place.line, column: place.column };
        position.advance(before);
        let mut reader = JsonReader::of_list(place.start + before.len() as u64, position, limits);
        sink.note(Note::Wrapped { key: list.key });
        note_pages(object, sink);
        let read = reader.read_array(rows, sink);
        let rest = read.map(|read| {
            let mut rest = SecretBytes::default();
            rest.append(rows.get(read..).unwrap_or_default());
            rest
        });
        Some(Self { reader, depth: list.depth, rest })
    }
}

/// Notes that an object, which may be cut off at its start or end, shows more pages of rows.
pub(super) fn note_pages<S: Sink>(object: &[u8], sink: &mut S) {
    if let Some(key) = wrapped_list::more_pages(object) {
        sink.note(Note::MorePages { key });
    }
}
