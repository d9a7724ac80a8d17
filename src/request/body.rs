//! What a reader sees in a request: kinds of values and texts, nothing judged.

use serde::Serialize;

use super::text::Text;
use crate::order::in_order;

/// The body of a request.
#[derive(Debug)]
pub enum Body<'m, 'a> {
    /// A JSON object.
    Object(&'m Members<'a>),
    /// No JSON, or no object.
    Invalid(Invalid<'a>),
}

/// The members of a body that the endpoint reads. The caller keeps them, and a reader fills them in, because they are
/// too large to be handed around.
#[derive(Debug, Default)]
pub struct Members<'a> {
    /// `slug`.
    pub slug: Value<'a>,
    /// `linked_account_id`: only rows of a batch are read by it.
    pub linked_account_id: Value<'a>,
    /// `auth_object`.
    pub auth_object: AuthObject<'a>,
}

/// The kind of a JSON value, and its text where it is one.
#[derive(Clone, Copy, Debug, Default)]
pub enum Value<'a> {
    /// No such key.
    #[default]
    Absent,
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// A string.
    String(Text<'a>),
    /// An array.
    Array,
    /// An object.
    Object,
}

/// A JSON type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)] // the names say it
pub enum Kind {
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

impl Value<'_> {
    /// Its JSON type; `None` if there is no value.
    pub const fn kind(self) -> Option<Kind> {
        Some(match self {
            Self::Absent => return None,
            Self::Null => Kind::Null,
            Self::Boolean => Kind::Boolean,
            Self::Number => Kind::Number,
            Self::String(_) => Kind::String,
            Self::Array => Kind::Array,
            Self::Object => Kind::Object,
        })
    }

    /// Whether this is an object.
    pub const fn is_object(self) -> bool {
        matches!(self, Self::Object)
    }
}

/// The value of `auth_object`.
#[derive(Debug, Default)]
pub struct AuthObject<'a> {
    /// Its kind.
    pub value: Value<'a>,
    /// Its keys, where it is an object.
    pub entries: Entries<'a>,
    /// The keys of the value of its last key that holds an object; of use where that is its only key.
    pub inner: Entries<'a>,
}

/// A key and the kind of its value.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The key.
    pub key: Text<'a>,
    /// Its value.
    pub value: Value<'a>,
}

/// The keys of an object, each once: of equal keys the last one counts, as for `JSON.parse`.
#[derive(Debug, Default)]
pub struct Entries<'a>(Vec<Entry<'a>>);

impl AuthObject<'_> {
    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.value = Value::Absent;
        self.entries.clear();
        self.inner.clear();
    }
}

impl<'a> Entries<'a> {
    /// The entries.
    pub fn as_slice(&self) -> &[Entry<'a>] {
        &self.0
    }

    /// Adds a key as it was read.
    pub(super) fn push(&mut self, key: Text<'a>, value: Value<'a>) {
        self.0.push(Entry { key, value });
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Call once after the last `push`: keeps the last of equal keys.
    pub(super) fn close(&mut self) {
        const FEW: usize = 16;
        let entries = &mut self.0;
        if entries.len() > FEW {
            // The order of keys carries no meaning, so many keys may be sorted.
            sort(entries);
            entries.reverse();
            entries.dedup_by(|a, b| a.key.same(b.key));
            return;
        }
        let mut at = 0;
        while let Some(entry) = entries.get(at).copied() {
            let later = entries.get(at + 1..).unwrap_or_default();
            if later.iter().any(|other| other.key.same(entry.key)) {
                entries.remove(at);
            } else {
                at += 1;
            }
        }
    }
}

/// Sorts entries by key, equal ones as they stood.
pub fn sort(entries: &mut [Entry<'_>]) {
    let before = entries.to_vec();
    let sorted = in_order(&before, |a, b| a.key.order(b.key));
    for (entry, index) in entries.iter_mut().zip(sorted) {
        *entry = before.get(index).copied().unwrap_or(*entry);
    }
}

/// Why a body is not a JSON object.
#[derive(Debug)]
pub struct Invalid<'a> {
    /// What is wrong.
    pub fault: Fault,
    /// Where in the text; of no meaning for a fault of a JavaScript object.
    pub position: Position,
    /// Where in a JavaScript object; empty for its root.
    pub path: Vec<&'a str>,
}

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Counted from 1.
    pub line: u32,
    /// Counted from 1, in UTF-16 code units.
    pub column: u32,
}

impl Position {
    /// The start of a text.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The place of a byte.
    pub fn of(bytes: &[u8], offset_bytes: usize) -> Self {
        let before = bytes.get(..offset_bytes).unwrap_or(bytes);
        let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let starts_character = |byte: &&u8| **byte & 0xC0 != 0x80;
        let in_line = before.get(line_start..).unwrap_or_default();
        // Characters beyond the basic plane have four bytes in UTF-8 and two units in UTF-16.
        let units =
            in_line.iter().filter(starts_character).count() + in_line.iter().filter(|byte| **byte >= 0xF0).count();
        let clamp = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Self { line: clamp(line), column: clamp(units + 1) }
    }
}

/// What is wrong with a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // `help` words each
pub enum Fault {
    Empty,
    #[serde(skip)]
    NotObject(Kind),
    ByteOrderMark,
    NotUtf8,
    UnexpectedEnd,
    ExpectedValue,
    ExpectedKey,
    ExpectedColon,
    ExpectedCommaOrEnd,
    TrailingComma,
    Number,
    Literal,
    Escape,
    ControlCharacter,
    AfterEnd,
    Cycle,
    #[serde(rename = "bigint")]
    BigInt,
    Threw,
    TooDeep,
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Position;

    #[test]
    fn positions() {
        let text = "a\u{e4}\u{1f600}b\n{\r\nx";
        for (offset, line, column) in
            [(0, 1, 1), (1, 1, 2), (3, 1, 3), (7, 1, 5), (8, 1, 6), (9, 2, 1), (12, 3, 1), (99, 3, 2)]
        {
            assert_eq!(Position::of(text.as_bytes(), offset), Position { line, column }, "{offset}");
        }
    }
}
