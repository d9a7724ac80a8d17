//! A value in a schema file and its location: reads it as what it must be, or rejects it with an error that points at it.

use super::json::{Node, SchemaError, Value, pointer_part};

/// A value and its location.
pub struct Place<'a> {
    source: &'a str,
    pub node: &'a Node,
    /// RFC 6901.
    pointer: String,
}

impl<'a> Place<'a> {
    pub fn root(source: &'a str, node: &'a Node) -> Self {
        Self { source, node, pointer: String::new() }
    }

    /// The error that this value is wrong.
    pub fn reject<T>(&self, reason: impl Into<String>) -> Result<T, SchemaError> {
        Err(SchemaError::at(self.source, self.node.offset, &self.pointer, reason))
    }

    fn step(&self, key: &str, node: &'a Node) -> Self {
        Place { source: self.source, node, pointer: self.pointer.clone() + &pointer_part(key) }
    }

    fn map(&self) -> Result<&'a [(String, Node)], SchemaError> {
        match &self.node.value {
            Value::Map(map) => Ok(map),
            _ => self.reject("must be an object"),
        }
    }

    /// The members of an object, in order.
    pub fn entries(&self) -> Result<impl Iterator<Item = (&'a str, Self)>, SchemaError> {
        Ok(self.map()?.iter().map(|(key, node)| (key.as_str(), self.step(key, node))))
    }

    /// The items of an array.
    pub fn items(&self) -> Result<impl Iterator<Item = Self>, SchemaError> {
        match &self.node.value {
            Value::List(list) => Ok(list.iter().enumerate().map(|(index, node)| self.step(&index.to_string(), node))),
            _ => self.reject("must be an array"),
        }
    }

    /// The member of that key; `None` if it is missing or this is not an object.
    pub fn get(&self, key: &str) -> Option<Self> {
        let map = self.map().ok()?;
        map.iter().find(|(known, _)| known == key).map(|(_, node)| self.step(key, node))
    }

    /// The member of that key, which must exist.
    pub fn required(&self, key: &str) -> Result<Self, SchemaError> {
        self.get(key).map_or_else(|| self.reject(format!("{key} is missing")), Ok)
    }

    /// Rejects an object that has other keys.
    pub fn allow_only(&self, keys: &[&str]) -> Result<(), SchemaError> {
        match self.entries()?.find(|(key, _)| !keys.contains(key)) {
            Some((_, place)) => place.reject(format!("unknown key; allowed keys: {}", keys.join(", "))),
            None => Ok(()),
        }
    }

    /// A string, which may be blank.
    pub fn as_any_string(&self) -> Result<String, SchemaError> {
        match &self.node.value {
            Value::String(string) => Ok(string.clone()),
            _ => self.reject("must be a string"),
        }
    }

    /// A string that is not blank.
    pub fn as_string(&self) -> Result<String, SchemaError> {
        let string = self.as_any_string()?;
        if string.trim().is_empty() { self.reject("must not be blank") } else { Ok(string) }
    }

    /// The member of that key, a string that is not blank.
    pub fn string(&self, key: &str) -> Result<String, SchemaError> {
        self.required(key)?.as_string()
    }

    /// The member of that key, if it exists: a string that is not blank.
    pub fn optional_string(&self, key: &str) -> Result<Option<String>, SchemaError> {
        self.get(key).map(|place| place.as_string()).transpose()
    }

    /// The member of that key, an array of different strings; empty if it is missing.
    pub fn strings(&self, key: &str) -> Result<Vec<String>, SchemaError> {
        let mut strings = Vec::new();
        let Some(list) = self.get(key) else {
            return Ok(strings);
        };
        for item in list.items()? {
            let string = item.as_string()?;
            if strings.contains(&string) {
                return item.reject("duplicate value");
            }
            strings.push(string);
        }
        Ok(strings)
    }

    /// The member of that key, one of the allowed strings.
    pub fn one_of(&self, key: &str, allowed: &[&str]) -> Result<String, SchemaError> {
        let string = self.string(key)?;
        if allowed.contains(&string.as_str()) {
            return Ok(string);
        }
        self.required(key)?.reject(format!("must be one of {}", allowed.join(", ")))
    }

    /// As [`Self::one_of`], if the member exists.
    pub fn optional_one_of(&self, key: &str, allowed: &[&str]) -> Result<Option<String>, SchemaError> {
        self.get(key).map(|_| self.one_of(key, allowed)).transpose()
    }

    /// The member of that key, which must not state the default.
    pub fn flag(&self, key: &str, default: bool) -> Result<bool, SchemaError> {
        match self.get(key) {
            None => Ok(default),
            Some(place) => match place.node.value {
                Value::Bool(flag) if flag != default => Ok(flag),
                Value::Bool(_) => place.reject(format!("remove it: {default} is the default")),
                _ => place.reject("must be true or false"),
            },
        }
    }
}
