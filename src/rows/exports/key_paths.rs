//! The keys of an object and of the objects in it.

use crate::request::json_scanner::{self, Read, Scanner};
use crate::request::{Fault, JsonString, Kind, Value};

/// How many objects inside of each other are read.
const MAX_DEPTH: usize = 6;
/// How many keys are read.
const MAX_KEYS: usize = 500;

/// The keys of an object, with those of the objects in it after a dot: `app.name_slug`. Only the first element of an array
/// is read; `[]` is its key.
pub(super) struct KeyPaths<'a> {
    paths: Vec<(String, Option<JsonString<'a>>)>,
}

impl<'a> KeyPaths<'a> {
    /// Returns `None` if the bytes are not a JSON object.
    pub fn read(row: &'a [u8]) -> Option<Self> {
        let mut paths = Self { paths: Vec::new() };
        json_scanner::object(row, |scanner| match scanner.peek() {
            Some(b'{') => paths.object(scanner, "", 0),
            _ => Err(Fault::NotObject(Kind::Null)),
        })
        .ok()?;
        Some(paths)
    }

    /// Returns `true` if the object has the key.
    pub fn has(&self, path: &str) -> bool {
        self.paths.iter().any(|(one, _)| one == path)
    }

    /// Returns `true` if the object, an object in it or the first element of an array in it has all of these keys.
    pub fn has_all(&self, paths: &[&str]) -> bool {
        let Some((first, others)) = paths.split_first() else { return false };
        self.paths.iter().filter_map(|(path, _)| path.strip_suffix(first)).any(|prefix| {
            (prefix.is_empty() || prefix.ends_with('.'))
                && others.iter().all(|path| self.has(&format!("{prefix}{path}")))
        })
    }

    /// Returns the string at a key.
    pub fn string(&self, path: &str) -> Option<JsonString<'a>> {
        self.paths.iter().find(|(one, _)| one == path).and_then(|(_, string)| *string)
    }

    fn object(&mut self, scanner: &mut Scanner<'a>, prefix: &str, depth: usize) -> Read<()> {
        scanner.members(|scanner, key| self.member(scanner, format!("{prefix}{}", key.decode()), depth))
    }

    fn member(&mut self, scanner: &mut Scanner<'a>, path: String, depth: usize) -> Read<()> {
        if self.paths.len() >= MAX_KEYS || depth >= MAX_DEPTH {
            return scanner.value().map(|_| ());
        }
        let inner = format!("{path}.");
        match scanner.peek() {
            Some(b'{') => {
                self.paths.push((path, None));
                self.object(scanner, &inner, depth + 1)
            }
            Some(b'[') => {
                self.paths.push((path, None));
                let array = scanner.rest();
                scanner.value()?;
                let length = array.len() - scanner.rest().len();
                self.first_element(array.get(..length).unwrap_or_default(), &inner, depth);
                Ok(())
            }
            _ => {
                let string = match scanner.value()? {
                    Value::String(string) => Some(string),
                    _ => None,
                };
                self.paths.push((path, string));
                Ok(())
            }
        }
    }

    /// Reads the first element of an array, which is valid JSON. What follows it is not read.
    fn first_element(&mut self, array: &'a [u8], prefix: &str, depth: usize) {
        let element = array.get(1..).unwrap_or_default().trim_ascii_start();
        if element.starts_with(b"{") {
            // The rest of the array is a fault.
            let _ = json_scanner::object(element, |scanner| self.object(scanner, &format!("{prefix}[]."), depth + 1));
        }
    }
}
