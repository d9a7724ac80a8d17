//! Finds the format of a file in its first bytes.

mod other_format;
mod signature;

use std::ops::ControlFlow;

use memchr::memchr2;
pub(in crate::rows) use signature::{is_enough, verify};

use other_format::{INI, NOT_TEXT, is_section, is_text, other_format};

use super::csv;
use super::json::{find_list, skip_comments};

use crate::rows::{FileFormat, Unreadable};

/// The format is found in this many bytes, however long the first line is.
pub(in crate::rows) const HEAD_BYTES: usize = 1 << 16;

/// Returns the format of a file that starts with `head`, without a byte order mark, or `None` if more of it is needed.
/// `fallback` is the format if the head does not show one.
pub(in crate::rows) fn detect(
    head: &[u8],
    is_whole: bool,
    fallback: Option<FileFormat>,
) -> Result<Option<FileFormat>, Unreadable> {
    let is_whole = is_whole || head.len() >= HEAD_BYTES;
    if !is_whole && !is_enough(head) {
        return Ok(None);
    }
    verify(head)?;
    let head = head.get(..HEAD_BYTES).unwrap_or(head).trim_ascii_start();
    let uncommented = match skip_comments(head) {
        Some(uncommented) => uncommented,
        None if is_whole || head.is_empty() => head,
        // More may follow the comments.
        None => return Ok(None),
    };
    let is_json = matches!(uncommented.first(), Some(b'{' | b'['));
    let (line, rest) = first_line(if is_json { uncommented } else { head });
    let has_line = !rest.is_empty() || is_whole;
    match line.first() {
        None => Ok(is_whole.then_some(FileFormat::Ndjson)),
        Some(b'[') if line.get(1).is_some_and(u8::is_ascii_alphabetic) => match has_line {
            false => Ok(None),
            true if is_section(line) => Err(Unreadable::OtherFormat { what: INI }),
            true => Ok(Some(FileFormat::Json)),
        },
        // The next byte shows whether it is a section of INI.
        Some(b'[') if line.len() == 1 && !has_line => Ok(None),
        Some(b'[') => Ok(Some(FileFormat::Json)),
        Some(_) if !has_line => Ok(None),
        Some(b'{') if find_list(line).is_some() => Ok(Some(FileFormat::Json)),
        Some(b'{') => Ok(format_of_object(line, rest.trim_ascii_start(), is_whole)),
        Some(_) if names_delimiter(line) || csv::is_header(line) => Ok(Some(FileFormat::Csv)),
        Some(_) => format_of_text(first_line(uncommented), is_whole, fallback),
    }
}

/// Returns the first line, and the rest from its line end on.
fn first_line(text: &[u8]) -> (&[u8], &[u8]) {
    let end = memchr2(b'\r', b'\n', text).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or_default()
}

/// Returns the format of text whose first line is neither JSON nor a header.
fn format_of_text(
    (line, rest): (&[u8], &[u8]),
    is_whole: bool,
    fallback: Option<FileFormat>,
) -> Result<Option<FileFormat>, Unreadable> {
    if rest.is_empty() && !is_whole {
        return Ok(None);
    }
    if !is_text(line) {
        return Err(Unreadable::Binary { what: NOT_TEXT });
    }
    let other = other_format(line);
    match &other {
        Some(other) if other.is_sure => return Err(Unreadable::OtherFormat { what: other.what }),
        None if fallback.is_some() => return Ok(fallback),
        _ => {}
    }
    // Only the first line is broken.
    if has_line_of_object(rest) {
        return Ok(Some(fallback.unwrap_or(FileFormat::Ndjson)));
    }
    match other {
        _ if !is_whole => Ok(None),
        Some(other) => Err(Unreadable::OtherFormat { what: other.what }),
        None => Err(Unreadable::NoFormat),
    }
}

/// NDJSON, unless an object of the first line continues in the next.
fn format_of_object(line: &[u8], rest: &[u8], is_whole: bool) -> Option<FileFormat> {
    if !is_open(line) {
        return Some(FileFormat::Ndjson);
    }
    let expects_value = matches!(line.trim_ascii_end().last(), Some(b':' | b'['));
    match rest.first() {
        None => is_whole.then_some(FileFormat::Ndjson),
        // A row that was cut off, and the next one.
        Some(b'{') if !expects_value => Some(FileFormat::Ndjson),
        Some(_) => Some(FileFormat::Json),
    }
}

/// Returns `true` if a line ends inside of brackets, but not inside of a string.
fn is_open(line: &[u8]) -> bool {
    let mut open = 0_usize;
    let mut closed = 0_usize;
    let mut in_string = false;
    let mut is_escaped = false;
    for byte in line {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = in_string,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => open += 1,
            b'}' | b']' if !in_string => closed += 1,
            _ => {}
        }
    }
    !in_string && open > closed
}

/// Returns `true` for the line `sep=;`, with which Excel names the delimiter.
fn names_delimiter(line: &[u8]) -> bool {
    let line = trim(line);
    line.len() <= b"sep=;".len() && line.get(..4).is_some_and(|start| start.eq_ignore_ascii_case(b"sep="))
}

/// Returns `true` if a line after the first one starts with an object.
fn has_line_of_object(rest: &[u8]) -> bool {
    let starts = rest.iter().try_fold(false, |is_line_start, byte| match byte {
        b'\r' | b'\n' => ControlFlow::Continue(true),
        b'{' if is_line_start => ControlFlow::Break(()),
        byte => ControlFlow::Continue(is_line_start && byte.is_ascii_whitespace()),
    });
    starts.is_break()
}

/// Removes outer white space, and quotes inside of it.
fn trim(cell: &[u8]) -> &[u8] {
    let cell = cell.trim_ascii();
    match cell {
        [b'"', inner @ .., b'"'] => inner.trim_ascii(),
        _ => cell,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
