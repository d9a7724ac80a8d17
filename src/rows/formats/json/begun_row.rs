//! The row that is not complete yet.

use super::white_space::is_white_space;
use crate::rows::formats::Place;
use crate::rows::secret_bytes::SecretBytes;

/// The row that is not complete yet: its place, and its bytes from earlier chunks, up to the limit.
pub(super) struct BegunRow {
    limit: usize,
    place: Place,
    bytes: SecretBytes,
    /// The number of bytes in earlier chunks.
    length: u64,
    /// Their number without the white space at the end.
    trimmed: u64,
}

impl BegunRow {
    pub fn new(limit: usize) -> Self {
        Self { limit, place: Place::default(), bytes: SecretBytes::default(), length: 0, trimmed: 0 }
    }

    pub fn begin(&mut self, place: Place) {
        self.place = place;
        self.length = 0;
        self.trimmed = 0;
    }

    /// Adds bytes of a chunk.
    pub fn keep(&mut self, bytes: &[u8]) {
        let trimmed = trim_end(bytes).len();
        if trimmed > 0 {
            self.trimmed = self.length + trimmed as u64;
        }
        self.length += bytes.len() as u64;
        if self.is_too_long() {
            self.drop_bytes();
        } else {
            // White space at the end of the row does not count, so it may be more than the limit.
            let room = self.limit - self.bytes.len();
            self.bytes.append(bytes.get(..room).unwrap_or(bytes));
        }
    }

    /// Returns the row without white space at its end, and its place. The row is `None` if it is too long.
    pub fn end<'a>(&'a mut self, rest: &'a [u8]) -> (Option<&'a [u8]>, Place) {
        let mut row = trim_end(rest);
        if self.length == 0 {
            self.trimmed = row.len() as u64;
        } else {
            self.keep(rest);
            row = usize::try_from(self.trimmed).ok().and_then(|length| self.bytes.get(..length)).unwrap_or_default();
        }
        let place = Place { end: self.place.start + self.trimmed, ..self.place };
        ((!self.is_too_long()).then_some(row), place)
    }

    /// Returns how many bytes may be added, or `None` if the row is too long already.
    pub fn room(&self) -> Option<usize> {
        (!self.is_too_long()).then(|| self.limit.saturating_sub(self.bytes.len()))
    }

    /// Calls `look` with the row so far, if it ends with these bytes and is not too long.
    pub fn with<T>(&self, rest: &[u8], look: impl FnOnce(&[u8]) -> Option<T>) -> Option<T> {
        if rest.len() > self.room()? {
            return None;
        }
        if self.length == 0 {
            return look(rest);
        }
        look(&[&*self.bytes, rest].concat())
    }

    /// Returns the place of its first byte.
    pub const fn place(&self) -> Place {
        self.place
    }

    /// Returns the bytes that are kept.
    pub fn kept(&self) -> &[u8] {
        &self.bytes
    }

    pub fn drop_bytes(&mut self) {
        self.bytes.clear();
    }

    const fn is_too_long(&self) -> bool {
        self.trimmed > self.limit as u64
    }
}

fn trim_end(bytes: &[u8]) -> &[u8] {
    let length = bytes.iter().rposition(|byte| !is_white_space(*byte)).map_or(0, |at| at + 1);
    bytes.get(..length).unwrap_or_default()
}
