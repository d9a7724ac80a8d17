//! Finds the end of a row of CSV. A row may span lines if they are in quotes.

use memchr::{memchr, memchr2, memchr3};

use crate::limits::Limit;
use crate::rows::RowFault;

const QUOTE: u8 = b'"';

/// How much of a row is read so far.
#[derive(Clone, Copy, Default)]
pub(super) struct Split {
    at: usize,
    quote: Quote,
    /// Whether the row has a quote.
    pub has_quotes: bool,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Quote {
    #[default]
    Outside,
    Inside,
    /// After a quote that closes the cell, unless another one follows.
    Closed,
}

/// How a row is read.
#[derive(Clone, Copy)]
pub(super) struct SplitOptions {
    pub delimiter: u8,
    /// The maximum length of the row in bytes.
    pub limit: usize,
    /// Whether the row has to end in its first line.
    pub is_one_line: bool,
    /// Whether the bytes are the end of the file.
    pub is_end: bool,
}

/// What is found.
pub(super) enum Found {
    /// The bytes end in the row.
    More,
    /// The row ends before this position, and its line end has this length.
    Row { end: usize, line_end: usize },
    /// The row has a fault, for which its bytes up to this position were read.
    Fault { fault: RowFault, read: usize },
}

impl Split {
    /// Returns `true` if nothing of the row is read.
    pub fn is_at_start(self) -> bool {
        self.at == 0
    }

    /// Returns the end of the first line, whatever is in quotes.
    pub fn line(&mut self, bytes: &[u8]) -> Option<usize> {
        let found = memchr2(b'\n', b'\r', bytes.get(self.at..).unwrap_or_default());
        self.at = found.map_or(bytes.len(), |found| self.at + found);
        found.map(|_| self.at)
    }

    /// Continues to read the row at the start of the bytes: those of the last call and maybe more.
    pub fn read(&mut self, bytes: &[u8], options: SplitOptions) -> Found {
        let window = bytes.get(..=options.limit).unwrap_or(bytes);
        loop {
            let rest = window.get(self.at..).unwrap_or_default();
            let stop = match self.quote {
                Quote::Closed => (!rest.is_empty()).then_some(0),
                Quote::Inside if !options.is_one_line => memchr(QUOTE, rest),
                _ => memchr3(QUOTE, b'\n', b'\r', rest),
            };
            let Some((stop, &byte)) = stop.and_then(|stop| Some((stop, rest.get(stop)?))) else { break };
            self.at += stop;
            let is_line_end = matches!(byte, b'\n' | b'\r');
            match self.quote {
                Quote::Inside if is_line_end => return Found::Fault { fault: RowFault::NotClosed, read: self.at },
                Quote::Inside => self.quote = Quote::Closed,
                Quote::Closed if byte == QUOTE => self.quote = Quote::Inside,
                Quote::Closed if byte == options.delimiter => self.quote = Quote::Outside,
                Quote::Closed if !is_line_end => {
                    return Found::Fault { fault: RowFault::Misquoted, read: self.at + 1 };
                }
                _ if is_line_end => {
                    return match line_end(bytes, self.at, options.is_end) {
                        Some(line_end) => Found::Row { end: self.at, line_end },
                        None => Found::More,
                    };
                }
                _ => {
                    self.has_quotes = true;
                    let before = self.at.checked_sub(1).and_then(|before| window.get(before));
                    if before.is_none_or(|before| *before == options.delimiter) {
                        self.quote = Quote::Inside;
                    }
                }
            }
            self.at += 1;
        }
        self.at = window.len();
        if window.len() > options.limit {
            // A row of several lines that is so long probably has one quote too many.
            let is_quoted = self.quote == Quote::Inside || memchr2(b'\n', b'\r', window).is_some();
            let fault = if is_quoted {
                RowFault::NotClosed
            } else {
                RowFault::TooLarge { what: Limit::RequestBytes, limit: options.limit }
            };
            return Found::Fault { fault, read: window.len() };
        }
        match self.quote {
            _ if !options.is_end => Found::More,
            Quote::Inside => Found::Fault { fault: RowFault::NotClosed, read: window.len() },
            _ => Found::Row { end: window.len(), line_end: 0 },
        }
    }
}

/// Returns the length of the line end at this position, or `None` if it depends on bytes that follow.
pub(super) fn line_end(bytes: &[u8], at: usize, is_end: bool) -> Option<usize> {
    match (bytes.get(at), bytes.get(at + 1)) {
        (Some(b'\r'), Some(b'\n')) => Some(2),
        (Some(b'\r'), None) if !is_end => None,
        (Some(b'\r' | b'\n'), _) => Some(1),
        _ => Some(0),
    }
}

/// Returns the number of line ends in a row.
pub(super) fn line_ends(row: &[u8]) -> u64 {
    let mut count = 0;
    let mut rest = row;
    while let Some(at) = memchr2(b'\n', b'\r', rest) {
        count += 1;
        let length = line_end(rest, at, true).unwrap_or(1);
        rest = rest.get(at + length..).unwrap_or_default();
    }
    count
}
