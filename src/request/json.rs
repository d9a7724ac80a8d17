//! The reader of JSON (RFC 8259): one pass over the bytes, without a tree and without recursion.

use super::body::{AuthObject, Body, Entries, Fault, Invalid, Kind, Members, Position, Value};
use super::string_end::plain;
use super::text::Text;

/// Reads a body. Never fails: anything but a JSON object is [`Body::Invalid`].
pub fn read<'m, 'a>(bytes: &'a [u8], members: &'m mut Members<'a>) -> Body<'m, 'a> {
    match object(bytes, |scanner| scanner.body(members)) {
        Ok(()) => Body::Object(members),
        Err(invalid) => Body::Invalid(invalid),
    }
}

/// Reads an auth_object without a body around it.
pub fn read_auth_object<'m, 'a>(bytes: &'a [u8], members: &'m mut Members<'a>) -> Body<'m, 'a> {
    match object(bytes, |scanner| scanner.auth_object(&mut members.auth_object)) {
        Ok(()) => Body::Object(members),
        Err(invalid) => Body::Invalid(invalid),
    }
}

/// Returns the length in bytes of the number at the start of the bytes.
pub(crate) fn number(bytes: &[u8]) -> Option<usize> {
    let mut scanner = Scanner { bytes, at: 0, ascii: true };
    scanner.number().ok().map(|()| scanner.at)
}

pub(crate) fn object<'a, T>(
    bytes: &'a [u8],
    read: impl FnOnce(&mut Scanner<'a>) -> Result<T, Fault>,
) -> Result<T, Invalid<'a>> {
    let invalid = |fault, at| Invalid { fault, position: Position::of(bytes, at), path: Vec::new() };
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        return Err(invalid(Fault::ByteOrderMark, 0));
    }
    let mut scanner = Scanner { bytes, at: 0, ascii: true };
    let whole = scanner.whole(read);
    if (whole.is_err() || !scanner.ascii)
        && let Err(error) = str::from_utf8(bytes)
    {
        return Err(invalid(Fault::NotUtf8, error.valid_up_to()));
    }
    whole.map_err(|fault| invalid(fault, scanner.at))
}

/// Reads JSON step by step. Other modules read their own forms with `members` and `value`.
pub(crate) struct Scanner<'a> {
    bytes: &'a [u8],
    /// The number of bytes read so far; after a fault, its place.
    at: usize,
    /// Whether every string so far is ASCII. Only strings can contain other characters, so this is true of all bytes.
    ascii: bool,
}

pub(crate) type Read<T> = Result<T, Fault>;

impl<'a> Scanner<'a> {
    fn whole<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        if self.space().is_none() {
            return Err(Fault::Empty);
        }
        let value = read(self)?;
        match self.space() {
            None => Ok(value),
            Some(_) => Err(Fault::AfterEnd),
        }
    }

    fn body(&mut self, members: &mut Members<'a>) -> Read<()> {
        if self.peek() != Some(b'{') {
            let kind = self.value()?.kind().unwrap_or(Kind::Null);
            // Only a complete JSON value is "not an object". Anything after it is another fault.
            return match self.space() {
                None => Err(self.fault_at(0, Fault::NotObject(kind))),
                Some(_) => Err(Fault::AfterEnd),
            };
        }
        self.members(|scanner, key| {
            if key.is("auth_object") {
                scanner.auth_object(&mut members.auth_object)?;
            } else if key.is("slug") {
                members.slug = scanner.value()?;
            } else if key.is("linked_account_id") {
                members.linked_account_id = scanner.value()?;
            } else {
                scanner.value()?;
            }
            Ok(())
        })
    }

    fn auth_object(&mut self, found: &mut AuthObject<'a>) -> Read<()> {
        found.clear();
        if self.peek() != Some(b'{') {
            found.value = self.value()?;
            return Ok(());
        }
        found.value = Value::Object;
        self.members(|scanner, key| {
            let value = if scanner.peek() == Some(b'{') {
                scanner.entries(&mut found.inner)?;
                Value::Object
            } else {
                scanner.value()?
            };
            found.entries.push(key, value);
            Ok(())
        })?;
        found.entries.close();
        Ok(())
    }

    fn entries(&mut self, entries: &mut Entries<'a>) -> Read<()> {
        entries.clear();
        self.members(|scanner, key| {
            let value = scanner.value()?;
            entries.push(key, value);
            Ok(())
        })?;
        entries.close();
        Ok(())
    }

    /// Reads an object that starts here. `member` is called for each key and reads the value.
    pub(crate) fn members(&mut self, mut member: impl FnMut(&mut Self, Text<'a>) -> Read<()>) -> Read<()> {
        self.at += 1;
        if self.space() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            let key = self.key()?;
            member(self, key)?;
            if self.next_or_end(b'}')? {
                return Ok(());
            }
        }
    }

    /// Reads a key and its colon, up to the value.
    fn key(&mut self) -> Read<Text<'a>> {
        match self.space() {
            Some(b'"') => {}
            None => return Err(Fault::UnexpectedEnd),
            Some(_) => return Err(Fault::ExpectedKey),
        }
        let key = self.string()?;
        match self.space() {
            Some(b':') => self.at += 1,
            None => return Err(Fault::UnexpectedEnd),
            Some(_) => return Err(Fault::ExpectedColon),
        }
        self.space();
        Ok(key)
    }

    /// Reads on after a value. Returns `true` if the container ends, or `false` if another value follows.
    fn next_or_end(&mut self, close: u8) -> Read<bool> {
        match self.space() {
            Some(b',') => {
                self.at += 1;
                match self.space() {
                    Some(b'}' | b']') => Err(Fault::TrailingComma),
                    _ => Ok(false),
                }
            }
            Some(byte) if byte == close => {
                self.at += 1;
                Ok(true)
            }
            None => Err(Fault::UnexpectedEnd),
            Some(_) => Err(Fault::ExpectedCommaOrEnd),
        }
    }

    /// Reads any value.
    pub(crate) fn value(&mut self) -> Read<Value<'a>> {
        match self.peek() {
            Some(b'[') => self.skip().map(|()| Value::Array),
            Some(b'{') => self.skip().map(|()| Value::Object),
            _ => self.scalar(),
        }
    }

    fn scalar(&mut self) -> Read<Value<'a>> {
        match self.peek() {
            Some(b'"') => self.string().map(Value::String),
            Some(b'n') => self.literal("null").map(|()| Value::Null),
            Some(b't') => self.literal("true").map(|()| Value::Boolean),
            Some(b'f') => self.literal("false").map(|()| Value::Boolean),
            Some(b'-' | b'0'..=b'9') => self.number().map(|()| Value::Number),
            None => Err(Fault::UnexpectedEnd),
            Some(b'A'..=b'Z' | b'a'..=b'z') => Err(Fault::Literal),
            Some(_) => Err(Fault::ExpectedValue),
        }
    }

    /// Skips a container of any depth.
    fn skip(&mut self) -> Read<()> {
        let mut closers = Vec::new();
        loop {
            // A value starts here.
            let opened = match self.peek() {
                Some(b'{') => Some(b'}'),
                Some(b'[') => Some(b']'),
                _ => None,
            };
            match opened {
                Some(close) => {
                    self.at += 1;
                    closers.push(close);
                    if self.space() == Some(close) {
                        self.at += 1;
                        closers.pop();
                    } else {
                        if close == b'}' {
                            self.key()?;
                        }
                        continue;
                    }
                }
                None => {
                    self.scalar()?;
                }
            }
            // A value has ended.
            loop {
                let Some(&close) = closers.last() else {
                    return Ok(());
                };
                if !self.next_or_end(close)? {
                    if close == b'}' {
                        self.key()?;
                    }
                    break;
                }
                closers.pop();
            }
        }
    }

    /// Reads a string that starts here.
    fn string(&mut self) -> Read<Text<'a>> {
        let start = self.at + 1;
        let mut at = start;
        let mut escaped = false;
        loop {
            let (length, beyond_ascii) = plain(self.bytes.get(at..).unwrap_or_default());
            self.ascii &= !beyond_ascii;
            at += length;
            match self.bytes.get(at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    self.at = at;
                    at += self.escape()?;
                }
                Some(_) => return Err(self.fault_at(at, Fault::ControlCharacter)),
                None => return Err(self.fault_at(at, Fault::UnexpectedEnd)),
            }
        }
        self.at = at + 1;
        Ok(Text::json(self.bytes.get(start..at).unwrap_or_default(), escaped))
    }

    /// Returns the length in bytes of the escape sequence that starts here.
    fn escape(&self) -> Read<usize> {
        match self.bytes.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(2),
            Some(b'u') => {
                let digits = self.bytes.get(self.at + 2..self.at + 6).ok_or(Fault::Escape)?;
                if digits.iter().all(u8::is_ascii_hexdigit) { Ok(6) } else { Err(Fault::Escape) }
            }
            None => Err(Fault::UnexpectedEnd),
            Some(_) => Err(Fault::Escape),
        }
    }

    fn number(&mut self) -> Read<()> {
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
        }
        match self.peek() {
            Some(b'0'..=b'9' | b'.' | b'A'..=b'Z' | b'a'..=b'z' | b'_') => Err(Fault::Number),
            _ => Ok(()),
        }
    }

    fn digits(&mut self) -> Read<()> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(Fault::Number) }
    }

    fn literal(&mut self, literal: &'static str) -> Read<()> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if !rest.starts_with(literal.as_bytes()) {
            return Err(Fault::Literal);
        }
        self.at += literal.len();
        match self.peek() {
            Some(b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'_') => Err(Fault::Literal),
            _ => Ok(()),
        }
    }

    /// Skips white space and returns the byte after it.
    fn space(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    /// Returns the bytes that are not read yet.
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    pub(crate) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn fault_at(&mut self, at: usize, fault: Fault) -> Fault {
        self.at = at;
        fault
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Body, Fault, Kind, Members, Position, Value, read};

    fn fault(text: &[u8]) -> Option<(Fault, Position)> {
        match read(text, &mut Members::default()) {
            Body::Invalid(invalid) => Some((invalid.fault, invalid.position)),
            Body::Object(_) => None,
        }
    }

    #[test]
    fn faults_have_a_place() {
        for (text, expected, offset) in [
            ("", Fault::Empty, 0),
            (" \n", Fault::Empty, 2),
            ("[]", Fault::NotObject(Kind::Array), 0),
            ("\"a\"", Fault::NotObject(Kind::String), 0),
            ("[] x", Fault::AfterEnd, 3),
            ("{", Fault::UnexpectedEnd, 1),
            ("{}}", Fault::AfterEnd, 2),
            ("{\"a\":1,}", Fault::TrailingComma, 7),
            ("{a:1}", Fault::ExpectedKey, 1),
            ("{\"a\" 1}", Fault::ExpectedColon, 5),
            ("{\"a\":1 2}", Fault::ExpectedCommaOrEnd, 7),
            ("{\"a\":}", Fault::ExpectedValue, 5),
            ("{\"a\":NaN}", Fault::Literal, 5),
            ("{\"a\":nulls}", Fault::Literal, 9),
            ("{\"a\":01}", Fault::Number, 6),
            ("{\"a\":-}", Fault::Number, 6),
            ("{\"a\":1.}", Fault::Number, 7),
            ("{\"a\":1e}", Fault::Number, 7),
            ("{\"a\":\"\\x\"}", Fault::Escape, 6),
            ("{\"a\":\"\\u12g4\"}", Fault::Escape, 6),
            ("{\"a\":\"\n\"}", Fault::ControlCharacter, 6),
            ("{\"a\":[1,{\"b\":[}]}", Fault::ExpectedValue, 14),
            ("{\"a\":[[1]", Fault::UnexpectedEnd, 9),
        ] {
            assert_eq!(fault(text.as_bytes()), Some((expected, Position::of(text.as_bytes(), offset))), "{text}");
        }
        assert_eq!(fault(b"\xEF\xBB\xBF{}"), Some((Fault::ByteOrderMark, Position::START)));
        assert_eq!(fault(b"{\"a\":\"\xFF\"}"), Some((Fault::NotUtf8, Position { line: 1, column: 7 })));
    }

    #[test]
    fn depth_has_no_limit() {
        let deep = 100_000;
        let text = format!("{{\"a\":{}0{}}}", "[{\"b\":".repeat(deep), "}]".repeat(deep));
        assert_eq!(fault(text.as_bytes()), None);
    }

    #[test]
    fn the_last_of_equal_keys_counts() {
        let text = br#"{"slug":1,"auth_object":{"a":"x","\u0061":2,"b":null},"slug":"s"}"#;
        let mut members = Members::default();
        let Body::Object(members) = read(text, &mut members) else {
            panic!("an object");
        };
        assert!(matches!(members.slug, Value::String(slug) if slug.is("s")));
        let entries = members.auth_object.entries.as_slice();
        assert_eq!(entries.len(), 2);
        assert!(matches!(entries[0].value, Value::Number));
        assert!(matches!(entries[1].value, Value::Null));
    }

    #[test]
    fn the_last_of_many_equal_keys_counts() {
        let members: Vec<String> =
            (0..100).map(|i| format!("\"k{}\":{}", i % 20, if i < 80 { "1" } else { "null" })).collect();
        let text = format!("{{\"auth_object\":{{{}}}}}", members.join(","));
        let mut members = Members::default();
        let Body::Object(members) = read(text.as_bytes(), &mut members) else { panic!("an object") };
        let entries = members.auth_object.entries.as_slice();
        assert_eq!(entries.len(), 20);
        assert!(entries.iter().all(|entry| matches!(entry.value, Value::Null)));
    }
}
