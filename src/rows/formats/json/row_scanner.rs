//! Finds the end of a row, also of a broken one.

use memchr::memchr3;

use super::open_brackets::{Closed, OpenBrackets};
use super::white_space::is_white_space;

/// Finds the end of a row that begins in one chunk and ends in any later one.
pub(super) struct RowScanner {
    kind: Kind,
    open: OpenBrackets,
    in_string: bool,
    is_escaped: bool,
    /// Whether a string of the row is broken by a line end.
    is_broken: bool,
    /// Whether only white space came before in this line of a broken row.
    is_line_start: bool,
    is_abandoned: bool,
}

enum Kind {
    /// An object or an array.
    Container,
    String,
    /// A number, a literal or anything else.
    Other,
}

impl RowScanner {
    /// Returns a scanner that tells the kinds of brackets apart up to this many levels.
    pub fn new(nesting: usize) -> Self {
        Self {
            kind: Kind::Other,
            open: OpenBrackets::new(nesting),
            in_string: false,
            is_escaped: false,
            is_broken: false,
            is_line_start: false,
            is_abandoned: false,
        }
    }

    /// Begins a row with this byte, which [`RowScanner::end`] gets too.
    pub fn begin(&mut self, first: u8) {
        self.kind = match first {
            b'{' | b'[' => Kind::Container,
            b'"' => Kind::String,
            _ => Kind::Other,
        };
        self.open.clear();
        self.in_string = false;
        self.is_escaped = false;
        self.is_broken = false;
        self.is_line_start = false;
        self.is_abandoned = false;
    }

    /// Goes on inside of this many objects.
    pub fn open_objects(&mut self, count: usize) {
        (0..count).for_each(|_| self.open.open(true));
    }

    /// Returns `true` if the row is nested deeper than the limit.
    pub const fn is_too_deep(&self) -> bool {
        self.open.is_too_deep()
    }

    /// Returns `true` if the row ended where the next one begins, because a string in it is not closed.
    pub const fn is_abandoned(&self) -> bool {
        self.is_abandoned
    }

    /// Returns where the row ends in the chunk. `at` is the first byte that the scanner has not read yet.
    pub fn end(&mut self, chunk: &[u8], at: usize, in_array: bool) -> Option<usize> {
        match self.kind {
            Kind::Container => self.container_end(chunk, at, in_array),
            Kind::String => {
                let opening = usize::from(!std::mem::replace(&mut self.in_string, true));
                self.string_end(chunk, at + opening)
            }
            Kind::Other => {
                let ends = |byte: &u8| match byte {
                    b'"' | b'{' | b'[' => true,
                    b',' | b']' => in_array,
                    byte => is_white_space(*byte),
                };
                chunk.get(at..)?.iter().position(ends).map(|length| at + length)
            }
        }
    }

    fn container_end(&mut self, chunk: &[u8], mut at: usize, in_array: bool) -> Option<usize> {
        loop {
            if self.in_string {
                at = self.string_end(chunk, at)?;
            }
            let byte = *chunk.get(at)?;
            if self.is_line_start && !is_white_space(byte) {
                // Which brackets are open is unknown. A line that begins with an object is the next row.
                if byte == b'{' || byte == b']' && in_array {
                    self.is_abandoned = true;
                    return Some(at);
                }
                self.is_line_start = false;
            }
            match byte {
                b'"' => self.in_string = true,
                b'{' | b'[' => self.open.open(byte == b'{'),
                b'}' | b']' => match self.open.close(byte == b'}') {
                    Closed::All => return Some(at + 1),
                    Closed::Nothing if byte == b']' && in_array => return Some(at),
                    Closed::Nothing | Closed::Some => {}
                },
                b'\n' => self.is_line_start = self.is_broken,
                _ => {}
            }
            at += 1;
        }
    }

    /// Returns the place after the closing quote, or that of a line end, which no string may contain.
    fn string_end(&mut self, chunk: &[u8], mut at: usize) -> Option<usize> {
        loop {
            if self.is_escaped {
                at += usize::from(*chunk.get(at)? != b'\n');
                self.is_escaped = false;
            }
            at += memchr3(b'"', b'\\', b'\n', chunk.get(at..)?)?;
            match chunk.get(at)? {
                b'\\' => {
                    self.is_escaped = true;
                    at += 1;
                }
                b'"' => {
                    self.in_string = false;
                    return Some(at + 1);
                }
                _ => {
                    self.in_string = false;
                    self.is_broken = true;
                    return Some(at);
                }
            }
        }
    }
}
