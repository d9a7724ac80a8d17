//! What a row has besides its values: two rows of one row_shape get the same answer, since the rules look at which keys
//! there are and whether values are texts that are not blank, never at the letters of one.

use super::bitmask::Masks;
use crate::request::{Text, json};

/// Stands for a text value; no row that has a row_shape has such a byte.
const VALUE: u8 = 1;
/// Stands for a number outside of a text.
const NUMBER: u8 = 2;

/// In bytes; a longer one is none.
const LONGEST: usize = 1 << 10;
const MOST_VALUES: usize = 64;
/// In bytes, copied at once: more than one of these, as a loop that ends after one or three is hard to guess.
const PIECE: usize = 16;
const STEP: usize = 3 * PIECE;
/// In bytes, compared at once.
const BLOCK: usize = 32;
const ROOM: usize = LONGEST + STEP;

const ACCOUNT: &[u8] = b"linked_account_id";

/// The row_shape of a row, and where the row's values are.
#[derive(Debug)]
pub(in crate::rows) struct RowShape {
    /// Zeros follow, up to a whole block.
    bytes: Box<[u8; ROOM]>,
    length: usize,
    values: Box<[(usize, usize); MOST_VALUES]>,
    count: usize,
    /// Whether all of it is cut, numbers too.
    is_whole: bool,
}

impl Default for RowShape {
    fn default() -> Self {
        Self {
            bytes: Box::new([0; ROOM]),
            length: 0,
            values: Box::new([(0, 0); MOST_VALUES]),
            count: 0,
            is_whole: false,
        }
    }
}

impl RowShape {
    /// Cuts the values out of the row that starts there; the place after its line end. `None` where that is not there,
    /// or the row needs a closer look: bytes beyond ASCII, control characters, `\u` escapes.
    ///
    /// What is taken for a value is a guess by the bytes before it. Who keeps a row_shape asks `account` whether the
    /// guess is right; then it is for each row of the same row_shape.
    #[inline(always)]
    pub fn cut(&mut self, rows: &[u8], masks: &Masks, start: usize) -> Option<usize> {
        self.is_whole = false;
        let mut end = masks.odd.next(start);
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
            let open = masks.openers.next(at);
            if open >= end {
                break;
            }
            at = open + 1;
            // No blank value starts with a visible character.
            if matches!(rows.get(at)?, b' ' | b'"' | b'\\') || is_slug(rows, open) {
                continue;
            }
            let close = masks.quotes.next(at);
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

    /// Leaves nothing to keep.
    pub fn clear(&mut self) {
        self.is_whole = false;
    }

    /// Cuts out the numbers that stand outside of texts; says whether there are any.
    pub fn cut_numbers(&mut self) -> bool {
        let mut in_text = false;
        let mut has_numbers = false;
        let (mut from, mut to) = (0, 0);
        while let Some(rest) = self.bytes.get(from..self.length)
            && let Some(&byte) = rest.first()
        {
            in_text ^= byte == b'"';
            let may_be = !in_text && matches!(byte, b'-' | b'0'..=b'9');
            let number = if may_be { json::number(rest) } else { None };
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

    /// Of a row that is JSON: which of its values is the linked account, if one is. `None` where something else than
    /// its values is cut out, or one is left in: then the row_shape must not be kept.
    pub fn account(&self, row: &[u8], start: usize) -> Option<Option<usize>> {
        let mut values = self.values.get(..self.count).filter(|_| self.is_whole)?.iter();
        let mut value = values.next();
        let mut place = 0;
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
                            account = Some(place);
                        }
                        value = values.next();
                        place += 1;
                    } else if names || member == b"slug" {
                        // An escaped name may mean another, and an escaped key a member that counts.
                        if text.is_escaped() {
                            return None;
                        }
                    } else if member == ACCOUNT || !text.is_blank() {
                        return None;
                    }
                    if names {
                        key = text.raw();
                        // Of two, the last one counts, whatever it is.
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

    /// One of the values that are cut out, with the rows they stand in.
    pub fn value<'r>(&self, rows: &'r [u8], place: usize) -> Option<Text<'r>> {
        let (start, end) = *self.values.get(place)?;
        let raw = rows.get(start..end)?;
        Some(Text::json(raw, raw.contains(&b'\\')))
    }

    /// The bytes, with zeros up to a whole block.
    #[inline(always)]
    pub fn blocks(&self) -> impl Iterator<Item = [u64; 4]> {
        let (blocks, _) = self.bytes.as_chunks::<BLOCK>();
        blocks.iter().take(self.length.div_ceil(BLOCK)).map(|block| {
            let (words, _) = block.as_chunks::<8>();
            let word = |at: usize| words.get(at).map_or(0, |word| u64::from_le_bytes(*word));
            [word(0), word(1), word(2), word(3)]
        })
    }

    /// The same for each row_shape that has the same bytes, and seldom for others.
    #[inline(always)]
    pub fn hash(&self) -> u64 {
        const A: u64 = 0x9E37_79B9_7F4A_7C15;
        const B: u64 = 0xC2B2_AE3D_27D4_EB4F;
        const C: u64 = 0x1656_67B1_9E37_79F9;
        const D: u64 = 0x27D4_EB2F_1656_67C5;
        let mix = |hash: u64, word: u64, odd: u64| (hash ^ word).wrapping_mul(odd).rotate_left(32);
        // Four that do not wait for each other, each by name: of a loop over them, code that is to be small keeps the loop.
        let (mut a, mut b, mut c, mut d) = (A, B, C, D);
        for [e, f, g, h] in self.blocks() {
            (a, b, c, d) = (mix(a, e, A), mix(b, f, B), mix(c, g, C), mix(d, h, D));
        }
        let all = (a ^ b.rotate_left(16)).wrapping_add(c ^ d.rotate_left(48)).wrapping_mul(A);
        all ^ all >> 32
    }

    /// In bytes.
    pub fn len(&self) -> usize {
        self.length
    }

    #[inline(always)]
    fn copy(&mut self, rows: &[u8], from: usize, end: usize) -> Option<()> {
        let mut from = from;
        let mut to = self.length;
        self.length += end - from;
        if self.length > LONGEST {
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

/// Whether the string that opens there is most likely the row's slug.
#[inline(always)]
fn is_slug(rows: &[u8], open: usize) -> bool {
    let before = rows.get(open.wrapping_sub(7)..).and_then(|bytes| bytes.first_chunk::<8>());
    before.is_some_and(|before| matches!(before, b"\"slug\":\"" | b"slug\": \"" | b"lug\" : \""))
}

/// The text that the bytes start with, after its opening quote.
fn text(bytes: &[u8]) -> Option<Text<'_>> {
    let mut escaped = false;
    let mut at = 0;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(Text::json(bytes.get(..at)?, escaped)),
            b'\\' => {
                escaped = true;
                at += 2;
            }
            _ => at += 1,
        }
    }
}

/// Whether a string is a key, by what follows from its closing quote on.
fn is_key(after: &[u8]) -> bool {
    after.iter().skip(1).find(|byte| !byte.is_ascii_whitespace()) == Some(&b':')
}
