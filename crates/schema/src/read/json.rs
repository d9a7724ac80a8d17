//! JSON with the offset of every value, so that an error in a schema file can name its line and column.
//! Keeps the order of keys and rejects duplicate keys, which `serde_json::Value` would drop.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A value and its offset.
pub struct Node {
    pub value: Value,
    /// Bytes from the start of the file.
    pub offset: usize,
}

pub enum Value {
    Bool(bool),
    String(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
    /// A number or null, which no schema contains.
    Other,
}

/// What is wrong in a schema file, and where.
#[derive(Debug, PartialEq, Eq)]
pub struct SchemaError {
    /// 1-based.
    pub line: usize,
    /// 1-based, in characters.
    pub column: usize,
    /// A JSON pointer (RFC 6901) to the value; empty for the whole file.
    pub pointer: String,
    /// What is wrong with it.
    pub reason: String,
}

impl fmt::Display for SchemaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.line, self.column)?;
        if !self.pointer.is_empty() {
            write!(f, "{}: ", self.pointer)?;
        }
        f.write_str(&self.reason)
    }
}

impl std::error::Error for SchemaError {}

impl SchemaError {
    /// The error at a byte offset of the source.
    pub(super) fn at(source: &str, offset: usize, pointer: &str, reason: impl Into<String>) -> Self {
        let before = &source[..offset];
        Self {
            line: before.matches('\n').count() + 1,
            column: before.chars().rev().take_while(|&c| c != '\n').count() + 1,
            pointer: pointer.into(),
            reason: reason.into(),
        }
    }
}

/// A key or an index as part of a JSON pointer.
pub fn pointer_part(key: &str) -> String {
    format!("/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// Reads a whole file.
pub fn read(source: &str) -> Result<Node, SchemaError> {
    let raw: &RawValue = serde_json::from_str(source).map_err(|error| SchemaError {
        line: error.line(),
        column: error.column(),
        pointer: String::new(),
        reason: format!("not valid JSON: {error}"),
    })?;
    node(raw, source, "")
}

fn node(raw: &RawValue, source: &str, pointer: &str) -> Result<Node, SchemaError> {
    let offset = raw.get().as_ptr() as usize - source.as_ptr() as usize;
    let invalid = |reason: String| SchemaError::at(source, offset, pointer, reason);
    let value = match raw.get().as_bytes()[0] {
        b'{' => {
            let entries: Entries = parse(raw).map_err(invalid)?;
            let mut map: Vec<(String, Node)> = Vec::new();
            for (key, raw) in entries.0 {
                let pointer = pointer.to_owned() + &pointer_part(&key);
                let value = node(raw, source, &pointer)?;
                if map.iter().any(|(earlier, _)| *earlier == key) {
                    return Err(SchemaError::at(source, value.offset, &pointer, "duplicate key"));
                }
                map.push((key, value));
            }
            Value::Map(map)
        }
        b'[' => {
            let items: Vec<&RawValue> = parse(raw).map_err(invalid)?;
            let items = items.into_iter().enumerate();
            Value::List(
                items.map(|(index, raw)| node(raw, source, &format!("{pointer}/{index}"))).collect::<Result<_, _>>()?,
            )
        }
        b'"' => Value::String(parse(raw).map_err(invalid)?),
        b't' | b'f' => Value::Bool(raw.get() == "true"),
        _ => Value::Other,
    };
    Ok(Node { value, offset })
}

fn parse<'a, T: Deserialize<'a>>(raw: &'a RawValue) -> Result<T, String> {
    serde_json::from_str(raw.get()).map_err(|error| error.to_string())
}

/// The entries of an object, in order, with unparsed values.
struct Entries<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor).map(Entries)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(entries)
    }
}
