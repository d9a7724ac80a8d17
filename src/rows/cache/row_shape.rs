//! The shape of a row: the row without its values. Rows with the same shape have the same outcome, because the rules only
//! depend on the keys and on whether each value is a string that is not blank.

use super::bitmask::Bitmasks;
use crate::request::{JsonString, json_scanner};

/// Replaces a string value. A row with such a byte has no shape, because it is a control character.
const VALUE: u8 = 1;
/// Replaces a number.
const NUMBER: u8 = 2;

/// The maximum length of a shape.
const MAX_BYTES: usize = 1 << 10;
const MAX_VALUES: usize = 64;
/// The length in bytes of a copied piece. Three are copied at a time, because the branch of a shorter loop is hard to
/// predict.
const PIECE: usize = 16;
const STEP: usize = 3 * PIECE;
/// The number of bytes that are compared at a time.
const BLOCK: usize = 32;
const ROOM: usize = MAX_BYTES + STEP;

const ACCOUNT: &[u8] = b"linked_account_id";

/// The shape of a row, and the positions of the row's values.
#[derive(Debug)]
pub(in crate::rows) struct RowShape {
    /// The shape, followed by zeros up to a whole block.
    bytes: Box<[u8; ROOM]>,
    length: usize,
    values: Box<[(usize, usize); MAX_VALUES]>,
    count: usize,
    /// Whether the shape is complete: the numbers are cut out too.
    is_whole: bool,
    /// Whether the values are those of JSON, with its escapes.
    is_json: bool,
}

/// The values of a row that are cut out of its shape.
#[derive(Clone, Copy)]
pub(in crate::rows) struct Values<'s> {
    /// The shape of the row.
    pub row_shape: &'s RowShape,
    /// The index of the linked account.
    pub account: Option<usize>,
    /// The first byte of each value in the JSON of the row.
    pub starts: &'s [usize],
}

impl Default for RowShape {
    fn default() -> Self {
        Self {
            bytes: Box::new([0; ROOM]),
            length: 0,
            values: Box::new([(0, 0); MAX_VALUES]),
            count: 0,
            is_whole: false,
            is_json: true,
        }
    }
}

impl RowShape {
    /// Cuts the values out of the row that starts at `start`. Returns the position after its line end, or `None` if the
    /// row is not complete or needs the full reader (see [`Bitmasks::odd`]).
    ///
    /// The bytes before a string decide whether it is a value, which is only a guess. Before a shape is cached, `account`
    /// checks the guess; then it is right for each row with the same shape.
    #[inline(always)]
    pub fn cut(&mut self, rows: &[u8], bitmasks: &Bitmasks, start: usize) -> Option<usize> {
        self.is_whole = false;
        self.is_json = true;
        let mut end = bitmasks.odd.next(start);
        if *rows.get(end)? == b'\r' {
            end += 1;
        }
        if *rows.get(end)? != b'\n' {
            return None;
        }
        end += 1;
        self.length = 0;
        self.count = 0;
        let mut from = start;
        let mut at = start;
        loop {
            let open = bitmasks.openers.next(at);
            if open >= end {
                break;
            }
            at = open + 1;
            // A value that starts with a visible character is not blank.
            if matches!(rows.get(at)?, b' ' | b'"' | b'\\') || is_slug(rows, open) {
                continue;
            }
            let close = bitmasks.quotes.next(at);
            if close >= end {
                return None;
            }
            *self.values.get_mut(self.count)? = (at, close);
            self.count += 1;
            self.copy(rows, from, at)?;
            *self.bytes.get_mut(self.length)? = VALUE;
            self.length += 1;
            from = close;
            at = close + 1;
        }
        self.copy(rows, from, end)?;
        self.pad()?;
        Some(end)
    }

    /// Starts the shape of a row whose values are cut out already. [`RowShape::literal`] and [`RowShape::value_at`] add its
    /// parts, and [`RowShape::finish`] completes it.
    pub fn start(&mut self) {
        self.length = 0;
        self.count = 0;
        self.is_whole = false;
        self.is_json = false;
    }

    /// Adds bytes that belong to the shape. Returns `None` if the row is too long for a shape.
    #[inline(always)]
    pub fn literal(&mut self, bytes: &[u8]) -> Option<()> {
        self.copy(bytes, 0, bytes.len())
    }

    /// Adds a value, given by its positions in the bytes that [`RowShape::value`] gets. It must not be blank.
    #[inline(always)]
    pub fn value_at(&mut self, start: usize, end: usize) -> Option<()> {
        *self.values.get_mut(self.count)? = (start, end);
        self.count += 1;
        *self.bytes.get_mut(self.length)? = VALUE;
        self.length += 1;
        (self.length <= MAX_BYTES).then_some(())
    }

    /// Completes the shape.
    pub fn finish(&mut self) -> Option<()> {
        self.pad()?;
        self.is_whole = true;
        Some(())
    }

    /// Returns `true` if the shape is complete.
    pub const fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Returns the first byte of each value.
    pub fn starts(&self) -> impl Iterator<Item = usize> {
        self.values.iter().take(self.count).map(|(start, _)| *start)
    }

    /// Marks the shape as incomplete, so that it is not cached.
    pub fn clear(&mut self) {
        self.is_whole = false;
    }

    /// Cuts the numbers out of the shape. Returns `true` if there are any.
    pub fn cut_numbers(&mut self) -> bool {
        if !self.is_json {
            return false;
        }
        let mut in_string = false;
        let mut has_numbers = false;
        let (mut from, mut to) = (0, 0);
        while let Some(rest) = self.bytes.get(from..self.length)
            && let Some(&byte) = rest.first()
        {
            in_string ^= byte == b'"';
            let may_be = !in_string && matches!(byte, b'-' | b'0'..=b'9');
            let number = if may_be { json_scanner::number(rest) } else { None };
            has_numbers |= number.is_some();
            if let Some(at) = self.bytes.get_mut(to) {
                *at = if number.is_some() { NUMBER } else { byte };
            }
            from += number.unwrap_or(1);
            to += 1;
        }
        self.length = to;
        self.is_whole = self.pad().is_some();
        has_numbers
    }

    /// Returns the index of the value that is the linked account of a row that is JSON, if it has one. Returns `None` if
    /// something other than a value is cut out, or a value is left in: then the shape must not be cached.
    pub fn account(&self, row: &[u8], start: usize) -> Option<Option<usize>> {
        let mut values = self.values.get(..self.count).filter(|_| self.is_whole)?.iter();
        let mut value = values.next();
        let mut index = 0;
        let mut depth = 0;
        let mut key: &[u8] = b"";
        let mut account = None;
        let mut has_account = false;
        let mut at = 0;
        while let Some(&byte) = row.get(at) {
            at += 1;
            match byte {
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth -= 1,
                b'"' => {
                    let text = text(row.get(at..)?)?;
                    let close = at + text.raw().len();
                    let names = is_key(row.get(close..)?);
                    let member = if depth == 1 && !names { key } else { b"" };
                    if value == Some(&(start + at, start + close)) {
                        if names || member == b"slug" {
                            return None;
                        }
                        if member == ACCOUNT {
                            account = Some(index);
                        }
                        value = values.next();
                        index += 1;
                    } else if names || member == b"slug" {
                        // The real name or slug differs from its bytes.
                        if text.is_escaped() {
                            return None;
                        }
                    } else if member == ACCOUNT || !text.is_blank() {
                        return None;
                    }
                    if names {
                        key = text.raw();
                        // If the key is given twice, the last value counts, whatever its type.
                        if depth == 1 && key == ACCOUNT && std::mem::replace(&mut has_account, true) {
                            return None;
                        }
                    }
                    at = close + 1;
                }
                _ => {}
            }
        }
        value.is_none().then_some(account)
    }

    /// Returns the value with this index.
    pub fn value<'r>(&self, rows: &'r [u8], index: usize) -> Option<JsonString<'r>> {
        let raw = self.raw(rows, index)?;
        Some(JsonString::new(raw, self.is_json && raw.contains(&b'\\')))
    }

    /// Returns the bytes of the value with this index. In JSON they may have escapes.
    pub fn raw<'r>(&self, rows: &'r [u8], index: usize) -> Option<&'r [u8]> {
        let (start, end) = *self.values.get(index)?;
        rows.get(start..end)
    }

    /// Returns the bytes of the shape, with zeros up to a whole block.
    #[inline(always)]
    pub fn blocks(&self) -> impl Iterator<Item = [u64; 4]> {
        let (blocks, _) = self.bytes.as_chunks::<BLOCK>();
        blocks.iter().take(self.length.div_ceil(BLOCK)).map(|block| {
            let (words, _) = block.as_chunks::<8>();
            let word = |at: usize| words.get(at).map_or(0, |word| u64::from_le_bytes(*word));
            [word(0), word(1), word(2), word(3)]
        })
    }

    /// Returns a hash of the bytes.
    #[inline(always)]
    pub fn hash(&self) -> u64 {
        const A: u64 = 0x9E37_79B9_7F4A_7C15;
        const B: u64 = 0xC2B2_AE3D_27D4_EB4F;
        const C: u64 = 0x1656_67B1_9E37_79F9;
        const D: u64 = 0x27D4_EB2F_1656_67C5;
        let mix = |hash: u64, word: u64, odd: u64| (hash ^ word).wrapping_mul(odd).rotate_left(32);
        // Four hashes that do not depend on each other. An optimizer for size would not unroll a loop over an array.
        let (mut a, mut b, mut c, mut d) = (A, B, C, D);
        for [e, f, g, h] in self.blocks() {
            (a, b, c, d) = (mix(a, e, A), mix(b, f, B), mix(c, g, C), mix(d, h, D));
        }
        let all = (a ^ b.rotate_left(16)).wrapping_add(c ^ d.rotate_left(48)).wrapping_mul(A);
        all ^ all >> 32
    }

    /// Returns the length in bytes.
    pub fn len(&self) -> usize {
        self.length
    }

    #[inline(always)]
    fn copy(&mut self, rows: &[u8], from: usize, end: usize) -> Option<()> {
        let mut from = from;
        let mut to = self.length;
        self.length += end - from;
        if self.length > MAX_BYTES {
            return None;
        }
        loop {
            let (pieces, _) = self.bytes.get_mut(to..)?.first_chunk_mut::<STEP>()?.as_chunks_mut::<PIECE>();
            match rows.get(from..)?.first_chunk::<STEP>() {
                Some(source) => {
                    let (sources, _) = source.as_chunks::<PIECE>();
                    for (piece, source) in pieces.iter_mut().zip(sources) {
                        *piece = *source;
                    }
                }
                None => {
                    let bytes = pieces.as_flattened_mut();
                    bytes.iter_mut().zip(rows.get(from..)?).for_each(|(to, byte)| *to = *byte);
                }
            }
            from += STEP;
            to += STEP;
            if from >= end {
                return Some(());
            }
        }
    }

    #[inline(always)]
    fn pad(&mut self) -> Option<()> {
        *self.bytes.get_mut(self.length..)?.first_chunk_mut::<BLOCK>()? = [0; BLOCK];
        Some(())
    }
}

/// Returns `true` if the string that opens at `open` is probably the slug.
#[inline(always)]
fn is_slug(rows: &[u8], open: usize) -> bool {
    let before = rows.get(open.wrapping_sub(7)..).and_then(|bytes| bytes.first_chunk::<8>());
    before.is_some_and(|before| matches!(before, b"\"slug\":\"" | b"slug\": \"" | b"lug\" : \""))
}

/// Returns the string at the start of the bytes, which are after its opening quote.
fn text(bytes: &[u8]) -> Option<JsonString<'_>> {
    let mut escaped = false;
    let mut at = 0;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(JsonString::new(bytes.get(..at)?, escaped)),
            b'\\' => {
                escaped = true;
                at += 2;
            }
            _ => at += 1,
        }
    }
}

/// Returns `true` if a string is a key. `after` starts with its closing quote.
fn is_key(after: &[u8]) -> bool {
    after.iter().skip(1).find(|byte| !byte.is_ascii_whitespace()) == Some(&b':')
}
