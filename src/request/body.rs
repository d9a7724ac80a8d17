//! The content of a body: its keys, and the type of each value.

use super::fault::Fault;
use super::json_string::JsonString;
use super::kind::Kind;
use crate::order::in_order;

/// The body of a request.
#[derive(Debug)]
pub enum Body<'m, 'a> {
    /// A JSON object.
    Object(&'m Members<'a>),
    /// Anything else.
    Invalid(Invalid<'a>),
}

/// The members of a body that the endpoint reads. The struct is large, so the caller owns it and a reader fills it in.
#[derive(Debug, Default)]
pub struct Members<'a> {
    /// `slug`.
    pub slug: Value<'a>,
    /// `linked_account_id`, which only a row of a file has.
    pub linked_account_id: Value<'a>,
    /// A key that probably means `linked_account_id`.
    pub account_key: Option<JsonString<'a>>,
    /// `auth_object`.
    pub auth_object: AuthObject<'a>,
}

/// The type of a JSON value, with the value if it is a string.
#[derive(Clone, Copy, Debug, Default)]
pub enum Value<'a> {
    /// The key is missing.
    #[default]
    Absent,
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// A string.
    String(JsonString<'a>),
    /// An array.
    Array,
    /// An object.
    Object,
}

impl Value<'_> {
    /// Returns the JSON type, or `None` if there is no value.
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

    /// Returns `true` for an object.
    pub const fn is_object(self) -> bool {
        matches!(self, Self::Object)
    }
}

/// The value of `auth_object`.
#[derive(Debug, Default)]
pub struct AuthObject<'a> {
    /// Its type.
    pub value: Value<'a>,
    /// Its entries, if it is an object.
    pub entries: Entries<'a>,
    /// The entries of the last object in it. They are only used if it has one key.
    pub inner: Entries<'a>,
}

/// A key and its value.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The key.
    pub key: JsonString<'a>,
    /// Its value.
    pub value: Value<'a>,
}

/// The entries of an object. If a key is given more than once, the last one counts, as in `JSON.parse`.
#[derive(Debug, Default)]
pub struct Entries<'a>(Vec<Entry<'a>>);

impl AuthObject<'_> {
    /// Removes all contents.
    pub(super) fn clear(&mut self) {
        self.value = Value::Absent;
        self.entries.clear();
        self.inner.clear();
    }
}

impl<'a> Entries<'a> {
    /// Returns the entries.
    pub fn as_slice(&self) -> &[Entry<'a>] {
        &self.0
    }

    /// Adds an entry. Call [`Entries::close`] after the last one.
    pub(super) fn push(&mut self, key: JsonString<'a>, value: Value<'a>) {
        self.0.push(Entry { key, value });
    }

    /// Removes all contents.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Removes all but the last of equal keys.
    pub(super) fn close(&mut self) {
        const FEW: usize = 16;
        let entries = &mut self.0;
        if entries.len() > FEW {
            // The order of keys does not matter, so sort them to find equal ones quickly.
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

/// Sorts entries by key. Equal keys keep their order.
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
    /// The fault.
    pub fault: Fault,
    /// The place in the JSON. Not used for a fault of a JavaScript object.
    pub position: Position,
    /// The place in a JavaScript object; empty for the object itself.
    pub path: Vec<&'a str>,
}

/// A place in a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line, counted from 1.
    pub line: u32,
    /// The column, counted from 1 in UTF-16 code units.
    pub column: u32,
}

impl Position {
    /// The start of the string.
    pub const START: Self = Self { line: 1, column: 1 };

    /// Returns the place of a byte.
    pub fn of(bytes: &[u8], offset_bytes: usize) -> Self {
        let before = bytes.get(..offset_bytes).unwrap_or(bytes);
        let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let starts_character = |byte: &&u8| **byte & 0xC0 != 0x80;
        let in_line = before.get(line_start..).unwrap_or_default();
        // Characters above U+FFFF have four bytes in UTF-8 and two code units in UTF-16.
        let units =
            in_line.iter().filter(starts_character).count() + in_line.iter().filter(|byte| **byte >= 0xF0).count();
        let clamp = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Self { line: clamp(line), column: clamp(units + 1) }
    }
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
