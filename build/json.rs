//! JSON with the place of every value, so that a fault in a schema file can be pointed at.
//! Keeps the order of keys and refuses a key given twice, which `serde_json::Value` would drop.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A value and where it stands.
pub struct Node {
    pub value: Value,
    /// Bytes from the start of the file.
    pub offset: usize,
}

pub enum Value {
    Bool(bool),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
    /// A number or null: no schema holds one.
    Other,
}

/// What is wrong in a file, and where.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The place as a JSON pointer (RFC 6901); empty for the whole file.
    pub pointer: String,
    pub reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.line, self.column)?;
        if !self.pointer.is_empty() {
            write!(f, "{}: ", self.pointer)?;
        }
        f.write_str(&self.reason)
    }
}

impl Fault {
    pub fn at(text: &str, offset: usize, pointer: &str, reason: impl Into<String>) -> Self {
        let before = &text[..offset];
        Self {
            line: before.matches('\n').count() + 1,
            column: before.chars().rev().take_while(|&c| c != '\n').count() + 1,
            pointer: pointer.into(),
            reason: reason.into(),
        }
    }
}

/// Reads a whole file.
pub fn read(text: &str) -> Result<Node, Fault> {
    let raw: &RawValue = serde_json::from_str(text).map_err(|error| Fault {
        line: error.line(),
        column: error.column(),
        pointer: String::new(),
        reason: format!("no JSON: {error}"),
    })?;
    node(raw, text, &mut String::new())
}

fn node(raw: &RawValue, text: &str, pointer: &mut String) -> Result<Node, Fault> {
    let offset = raw.get().as_ptr() as usize - text.as_ptr() as usize;
    let wrong = |pointer: &str, reason: String| Fault::at(text, offset, pointer, reason);
    let value = match raw.get().as_bytes()[0] {
        b'{' => {
            let entries: Entries = parse(raw).map_err(|reason| wrong(pointer, reason))?;
            let mut map: Vec<(String, Node)> = Vec::new();
            for (key, raw) in entries.0 {
                let length = pointer.len();
                pointer.push('/');
                pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
                let value = node(raw, text, pointer)?;
                if map.iter().any(|(known, _)| *known == key) {
                    return Err(Fault::at(text, value.offset, pointer, "this key stands twice"));
                }
                pointer.truncate(length);
                map.push((key, value));
            }
            Value::Map(map)
        }
        b'[' => {
            let items: Vec<&RawValue> = parse(raw).map_err(|reason| wrong(pointer, reason))?;
            let mut list = Vec::new();
            for (index, raw) in items.into_iter().enumerate() {
                let length = pointer.len();
                pointer.push_str(&format!("/{index}"));
                list.push(node(raw, text, pointer)?);
                pointer.truncate(length);
            }
            Value::List(list)
        }
        b'"' => Value::Text(parse(raw).map_err(|reason| wrong(pointer, reason))?),
        b't' | b'f' => Value::Bool(raw.get() == "true"),
        _ => Value::Other,
    };
    Ok(Node { value, offset })
}

fn parse<'a, T: Deserialize<'a>>(raw: &'a RawValue) -> Result<T, String> {
    serde_json::from_str(raw.get()).map_err(|error| error.to_string())
}

/// The entries of an object, in order, each value still as text.
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
