//! Reads JSON (RFC 8259): one pass over the bytes, without a tree and without recursion.

use super::body::{Invalid, Position, Value};
use super::dialect;
use super::fault::Fault;
use super::json_string::JsonString;
use super::string_end::find_special;

/// Returns the length in bytes of the number at the start of the bytes.
pub(crate) fn number(bytes: &[u8]) -> Option<usize> {
    let mut scanner = Scanner { bytes, at: 0, ascii: true };
    scanner.number().ok().map(|()| scanner.at)
}

/// Reads bytes that should be a JSON object, with the fault and its place if they are not.
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
    whole.map_err(|fault| invalid(dialect::explain(fault, scanner.rest()), scanner.at))
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

    /// Reads an object that starts here. `member` is called for each key and reads the value.
    pub(crate) fn members(&mut self, mut member: impl FnMut(&mut Self, JsonString<'a>) -> Read<()>) -> Read<()> {
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
    fn key(&mut self) -> Read<JsonString<'a>> {
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
    fn string(&mut self) -> Read<JsonString<'a>> {
        let start = self.at + 1;
        let mut at = start;
        let mut escaped = false;
        loop {
            let (length, beyond_ascii) = find_special(self.bytes.get(at..).unwrap_or_default());
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
        Ok(JsonString::new(self.bytes.get(start..at).unwrap_or_default(), escaped))
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
    #[inline(always)]
    pub(super) fn space(&mut self) -> Option<u8> {
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

    pub(super) fn fault_at(&mut self, at: usize, fault: Fault) -> Fault {
        self.at = at;
        fault
    }
}
