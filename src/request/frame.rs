//! The frame that the JavaScript side writes: texts of a request, then its body as JSON text or as facts.
//!
//! Integers are u32, little endian. A text is its length in bytes and its UTF-8; an absent one has the length 0xFFFFFFFF.
//! The writer is `npm/src/frame.ts`.

use super::{AuthObject, Body, Fault, Invalid, Members, Text, Value};

const ABSENT: u32 = u32::MAX;

/// Reads a frame, from its front; everything is `None` where the frame ends too early.
#[derive(Debug)]
pub struct Frame<'a> {
    rest: &'a [u8],
}

impl<'a> Frame<'a> {
    /// A frame that nothing has been read of.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// What has not been read.
    pub const fn rest(&self) -> &'a [u8] {
        self.rest
    }

    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }

    /// The next integer.
    pub fn integer(&mut self) -> Option<u32> {
        let (bytes, rest) = self.rest.split_first_chunk::<4>()?;
        self.rest = rest;
        Some(u32::from_le_bytes(*bytes))
    }

    /// A text that has to be there.
    pub fn text(&mut self) -> Option<&'a str> {
        self.optional_text()?
    }

    /// The next text, which may be absent.
    pub fn optional_text(&mut self) -> Option<Option<&'a str>> {
        let length = self.integer()?;
        if length == ABSENT {
            return Some(None);
        }
        let (bytes, rest) = self.rest.split_at_checked(length as usize)?;
        self.rest = rest;
        Some(Some(std::str::from_utf8(bytes).ok()?))
    }

    /// A number, and that many texts.
    pub fn texts(&mut self) -> Option<Vec<&'a str>> {
        let count = self.integer()?;
        (0..count).map(|_| self.text()).collect()
    }

    /// A body that the JavaScript reader has observed.
    pub fn facts(&mut self) -> Option<Body<'a>> {
        match self.byte()? {
            0 => Some(Body::Invalid(Invalid { fault: Fault::NoObject, offset_bytes: None, path: Vec::new() })),
            1 => {
                let slug = self.seen()?.value;
                Some(Body::Object(Members { slug, auth_object: self.auth_object()?, ..Members::default() }))
            }
            _ => {
                let fault = match self.byte()? {
                    0 => Fault::Cycle,
                    1 => Fault::BigInt,
                    _ => Fault::Threw,
                };
                Some(Body::Invalid(Invalid { fault, offset_bytes: None, path: self.texts()? }))
            }
        }
    }

    fn auth_object(&mut self) -> Option<AuthObject<'a>> {
        let Seen { value, keys } = self.seen()?;
        let mut auth_object = AuthObject { value, ..AuthObject::default() };
        for _ in 0..keys {
            let key = Text::plain(self.text()?);
            let Seen { value, keys } = self.seen()?;
            auth_object.entries.push(key, value);
            if value.is_object() {
                auth_object.inner.clear();
            }
            for _ in 0..keys {
                let key = Text::plain(self.text()?);
                let value = self.seen()?.value;
                auth_object.inner.push(key, value);
            }
            auth_object.inner.close();
        }
        auth_object.entries.close();
        Some(auth_object)
    }

    fn seen(&mut self) -> Option<Seen<'a>> {
        let value = match self.byte()? {
            0 => Value::Absent,
            1 => Value::Null,
            2 => Value::Boolean,
            3 => Value::Number,
            4 => Value::String(Text::plain(self.text()?)),
            5 => Value::Array,
            6 => {
                return Some(Seen { value: Value::Object, keys: self.integer()? });
            }
            _ => Value::Object,
        };
        Some(Seen { value, keys: 0 })
    }
}

/// A value, and how many keys follow where it is an object to be looked into.
struct Seen<'a> {
    value: Value<'a>,
    keys: u32,
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Body, Frame, Value};

    #[test]
    fn a_frame_that_ends_too_early_is_none() {
        let mut bytes = vec![1, 4];
        bytes.extend(5u32.to_le_bytes());
        bytes.extend(b"slack");
        bytes.extend([6, 1, 0, 0, 0, 1, 0, 0, 0, b'a', 3]);
        for length in 0..bytes.len() {
            assert!(Frame::new(&bytes[..length]).facts().is_none(), "{length}");
        }
        let Some(Body::Object(members)) = Frame::new(&bytes).facts() else { panic!("an object") };
        assert!(matches!(members.slug, Value::String(slug) if slug.is("slack")));
        assert!(matches!(members.auth_object.entries.as_slice()[0].value, Value::Number));
    }
}
