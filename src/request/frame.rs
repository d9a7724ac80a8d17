//! The frame that the JavaScript side writes: texts of a request, then its body as JSON text or as facts.
//!
//! A frame is words (u32, little endian), and the UTF-8 of all its texts in one piece, as one call encodes them.
//! The first word is where the texts start, in bytes. A value is the word `size << 3 | kind`, where the size is a text's
//! length in bytes or an object's number of keys. The writer is `npm/src/frame.ts`.

use super::{AuthObject, Body, Fault, Invalid, Members, Position, Text, Value};

const ABSENT: u32 = 0;
const STRING: u32 = 4;
const OBJECT: u32 = 6;

/// Reads a frame, from its front; everything is `None` where the frame ends too early.
#[derive(Debug)]
pub struct Frame<'a> {
    words: &'a [u8],
    texts: &'a [u8],
}

impl<'a> Frame<'a> {
    /// A frame that nothing has been read of.
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut frame = Self { words: bytes, texts: &[] };
        let start = frame.word().unwrap_or(0) as usize;
        frame.words = bytes.get(4..start).unwrap_or_default();
        frame.texts = bytes.get(start..).unwrap_or_default();
        frame
    }

    /// The texts that have not been read.
    pub const fn rest(&self) -> &'a [u8] {
        self.texts
    }

    /// The next word.
    pub fn word(&mut self) -> Option<u32> {
        let (bytes, rest) = self.words.split_first_chunk::<4>()?;
        self.words = rest;
        Some(u32::from_le_bytes(*bytes))
    }

    fn take(&mut self, length: u32) -> Option<&'a str> {
        let (bytes, rest) = self.texts.split_at_checked(length as usize)?;
        self.texts = rest;
        std::str::from_utf8(bytes).ok()
    }

    /// A text and a number about it, as its length and that number; not checked to be UTF-8.
    pub fn text_about(&mut self) -> Option<(u32, &'a [u8])> {
        let length = self.word()?;
        let about = self.word()?;
        let (text, rest) = self.texts.split_at_checked(length as usize)?;
        self.texts = rest;
        Some((about, text))
    }

    /// A text that has to be there.
    pub fn text(&mut self) -> Option<&'a str> {
        self.optional_text()?
    }

    /// The next text, which may be absent.
    pub fn optional_text(&mut self) -> Option<Option<&'a str>> {
        let word = self.word()?;
        match word & 7 {
            ABSENT => Some(None),
            _ => Some(Some(self.take(word >> 3)?)),
        }
    }

    /// A number, and that many texts.
    pub fn texts(&mut self) -> Option<Vec<&'a str>> {
        let count = self.word()?;
        (0..count).map(|_| self.text()).collect()
    }

    /// A body that the JavaScript reader has observed: the kind of what is not an object; its members that count, until
    /// a 0; or why it has no JSON text.
    pub fn facts<'m>(&mut self, members: &'m mut Members<'a>) -> Option<Body<'m, 'a>> {
        match self.word()? {
            0 => {
                let fault = self.seen()?.value.kind().map_or(Fault::Empty, Fault::NotObject);
                Some(Body::Invalid(Invalid { fault, position: Position::START, path: Vec::new() }))
            }
            1 => loop {
                match self.word()? {
                    0 => return Some(Body::Object(members)),
                    1 => members.slug = self.seen()?.value,
                    _ => self.auth_object(&mut members.auth_object)?,
                }
            },
            _ => {
                let fault = match self.word()? {
                    0 => Fault::Cycle,
                    1 => Fault::BigInt,
                    2 => Fault::Threw,
                    _ => Fault::TooDeep,
                };
                Some(Body::Invalid(Invalid { fault, position: Position::START, path: self.texts()? }))
            }
        }
    }

    fn auth_object(&mut self, auth_object: &mut AuthObject<'a>) -> Option<()> {
        let Seen { value, keys } = self.seen()?;
        auth_object.clear();
        auth_object.value = value;
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
        Some(())
    }

    fn seen(&mut self) -> Option<Seen<'a>> {
        let word = self.word()?;
        let value = match word & 7 {
            ABSENT => Value::Absent,
            1 => Value::Null,
            2 => Value::Boolean,
            3 => Value::Number,
            STRING => Value::String(Text::plain(self.take(word >> 3)?)),
            5 => Value::Array,
            OBJECT => return Some(Seen { value: Value::Object, keys: word >> 3 }),
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
    use super::{Body, Frame, Members, Value};

    #[test]
    fn a_frame_that_ends_too_early_is_none() {
        // { slug: "slack", auth_object: { a: 7 } }
        let words = [40, 1, 1, 5 << 3 | 4, 2, 1 << 3 | 6, 1 << 3 | 4, 3, 0, 0_u32];
        let bytes: Vec<u8> = words.into_iter().flat_map(u32::to_le_bytes).chain(*b"slacka").collect();
        for length in 0..bytes.len() {
            assert!(Frame::new(&bytes[..length]).facts(&mut Members::default()).is_none(), "{length}");
        }
        for missing in 1..9 {
            let mut short = bytes.clone();
            short[0] = 4 * missing;
            assert!(Frame::new(&short).facts(&mut Members::default()).is_none(), "{missing}");
        }
        let mut members = Members::default();
        let Some(Body::Object(members)) = Frame::new(&bytes).facts(&mut members) else { panic!("an object") };
        assert!(matches!(members.slug, Value::String(slug) if slug.is("slack")));
        assert!(matches!(members.auth_object.entries.as_slice()[0].value, Value::Number));
    }
}
