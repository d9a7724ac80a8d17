//! What a reader sees in a request: kinds of values and texts, nothing judged.

use smallvec::SmallVec;

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

impl Value<'_> {
    /// The kind in words, for a help text.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::String(_) => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        }
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
pub struct Entries<'a>(SmallVec<[Entry<'a>; 16]>);

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
    let order = in_order(&before, |a, b| a.key.order(b.key));
    for (entry, place) in entries.iter_mut().zip(order) {
        *entry = before.get(place).copied().unwrap_or(*entry);
    }
}

/// Why a body is no JSON object.
#[derive(Debug)]
pub struct Invalid<'a> {
    /// What is wrong.
    pub fault: Fault,
    /// Where in the text, in bytes from its start, counted from 0.
    pub offset_bytes: Option<usize>,
    /// Where in a JavaScript object; empty for its root.
    pub path: Vec<&'a str>,
}

/// What is wrong with a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // `words` says it
pub enum Fault {
    Empty,
    NoObject,
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
    BigInt,
    Threw,
}

impl Fault {
    /// What is wrong and what to do, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Empty => "The body is empty; send a JSON object with slug and auth_object.",
            Self::NoObject => "The body is not an object; send a JSON object with slug and auth_object.",
            Self::ByteOrderMark => {
                "The body starts with a byte order mark; RFC 8259 forbids it: save the file as UTF-8 without BOM."
            }
            Self::NotUtf8 => "The body is not UTF-8; save or encode it as UTF-8.",
            Self::UnexpectedEnd => "The body ends in the middle; it was probably cut off.",
            Self::ExpectedValue => "A JSON value should stand here.",
            Self::ExpectedKey => "A key in double quotes should stand here.",
            Self::ExpectedColon => "A colon should stand here, between key and value.",
            Self::ExpectedCommaOrEnd => "A comma or the closing bracket should stand here.",
            Self::TrailingComma => "A comma stands before a closing bracket; remove it.",
            Self::Number => "A number is not written as JSON writes numbers.",
            Self::Literal => "A word stands here that is not true, false or null; texts need double quotes.",
            Self::Escape => "A backslash in a string is not followed by a valid escape.",
            Self::ControlCharacter => {
                "A string holds a raw control character, such as a line break; write it as an escape (\\n)."
            }
            Self::AfterEnd => "Something stands after the end of the object.",
            Self::Cycle => "The object refers to itself, so it cannot be sent as JSON.",
            Self::BigInt => "A BigInt cannot be sent as JSON; turn it into a string.",
            Self::Threw => "Reading this value threw an error, so it cannot be sent as JSON.",
        }
    }
}
