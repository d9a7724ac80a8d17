//! A place in a schema file: what stands there, and refusals that point at it.

use crate::json::{Fault, Node, Value};
use crate::schema::Compile;

/// A value in the file, and the way to it.
pub struct Place<'a> {
    text: &'a str,
    pub node: &'a Node,
    /// RFC 6901.
    pointer: String,
    pub compile: Compile,
}

impl<'a> Place<'a> {
    pub fn root(text: &'a str, node: &'a Node, compile: Compile) -> Self {
        Self { text, node, pointer: String::new(), compile }
    }

    pub fn refuse<T>(&self, reason: impl Into<String>) -> Result<T, Fault> {
        Err(Fault::at(self.text, self.node.offset, &self.pointer, reason))
    }

    fn step(&self, key: &str, node: &'a Node) -> Self {
        let key = key.replace('~', "~0").replace('/', "~1");
        Place { text: self.text, node, pointer: format!("{}/{key}", self.pointer), compile: self.compile }
    }

    fn map(&self) -> Result<&'a [(String, Node)], Fault> {
        match &self.node.value {
            Value::Map(map) => Ok(map),
            _ => self.refuse("must be an object"),
        }
    }

    pub fn entries(&self) -> Result<impl Iterator<Item = (&'a str, Self)>, Fault> {
        Ok(self.map()?.iter().map(|(key, node)| (key.as_str(), self.step(key, node))))
    }

    pub fn items(&self) -> Result<impl Iterator<Item = Self>, Fault> {
        match &self.node.value {
            Value::List(list) => Ok(list.iter().enumerate().map(|(index, node)| self.step(&index.to_string(), node))),
            _ => self.refuse("must be an array"),
        }
    }

    pub fn get(&self, key: &str) -> Option<Self> {
        let map = self.map().ok()?;
        map.iter().find(|(known, _)| known == key).map(|(_, node)| self.step(key, node))
    }

    pub fn need(&self, key: &str) -> Result<Self, Fault> {
        self.get(key).map_or_else(|| self.refuse(format!("{key} is missing")), Ok)
    }

    pub fn only(&self, known: &[&str]) -> Result<(), Fault> {
        match self.entries()?.find(|(key, _)| !known.contains(key)) {
            Some((_, place)) => place.refuse(format!("unknown key; known are {}", known.join(", "))),
            None => Ok(()),
        }
    }

    pub fn as_any_text(&self) -> Result<String, Fault> {
        match &self.node.value {
            Value::Text(text) => Ok(text.clone()),
            _ => self.refuse("must be a string"),
        }
    }

    pub fn as_text(&self) -> Result<String, Fault> {
        let text = self.as_any_text()?;
        if text.trim().is_empty() { self.refuse("must not be blank") } else { Ok(text) }
    }

    pub fn text(&self, key: &str) -> Result<String, Fault> {
        self.need(key)?.as_text()
    }

    pub fn texts(&self) -> Result<Vec<String>, Fault> {
        let mut texts = Vec::new();
        for item in self.items()? {
            let text = item.as_text()?;
            if texts.contains(&text) {
                return item.refuse("stands twice");
            }
            texts.push(text);
        }
        Ok(texts)
    }

    pub fn one_of(&self, key: &str, known: &[&str]) -> Result<String, Fault> {
        let text = self.text(key)?;
        if known.contains(&text.as_str()) {
            return Ok(text);
        }
        self.need(key)?.refuse(format!("must be one of {}", known.join(", ")))
    }

    pub fn flag(&self, key: &str, default: bool) -> Result<bool, Fault> {
        match self.get(key) {
            None => Ok(default),
            Some(place) => match place.node.value {
                Value::Bool(flag) if flag != default => Ok(flag),
                Value::Bool(_) => place.refuse(format!("leave it out: {default} is the default")),
                _ => place.refuse("must be true or false"),
            },
        }
    }
}
