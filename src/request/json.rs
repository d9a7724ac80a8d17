//! The reader of a body that is JSON.

use super::body::{AuthObject, Body, Entries, Members, Value};
use super::fault::Fault;
use super::json_scanner::{Read, Scanner, object};
use super::kind::Kind;
use crate::catalog::suggest;

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

impl<'a> Scanner<'a> {
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
                if suggest::is_account(&key.decode()) {
                    members.account_key = Some(key);
                }
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
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Body, Fault, Kind, Members, Value, read};
    use crate::request::Position;

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
            ("{1:1}", Fault::ExpectedKey, 1),
            ("{a:1}", Fault::JavaScript, 1),
            ("{'a':1}", Fault::Python, 1),
            ("{\"a\":'b'}", Fault::Python, 5),
            ("{\"a\":None}", Fault::Python, 5),
            ("{\"a\":[True]}", Fault::Python, 6),
            ("{\"a\":Nonesuch}", Fault::Literal, 5),
            ("{\u{201c}a\u{201d}:1}", Fault::TypographicQuotes, 1),
            ("{\"a\":1 // one\n}", Fault::Comment, 7),
            ("{/* one */\"a\":1}", Fault::Comment, 1),
            ("# one\n{}", Fault::Comment, 0),
            ("{} # one", Fault::Comment, 3),
            ("{\"a\":/1}", Fault::ExpectedValue, 5),
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
