//! The values of a request whose keys are known: most of them raise no hint, which is soon seen.

use wasm_bindgen::prelude::wasm_bindgen;

use super::buffers;
use super::check::{Flags, Key, with_subject};
use crate::catalog::Field;
use crate::hints::{ACCESS_TOKEN, is_plain, is_silent, is_silent_elsewhere, lasts};
use crate::judge::{holds_request, may_lack_refresh_token};
use crate::request::frame::Frame;

/// The answer of [`key_of`] where there is no number.
const NO_KEY: u32 = u32::MAX;
/// The answer of [`key_of`] where there is none, though the texts are values of fields.
const NEVER_PLAIN: u32 = u32::MAX - 1;
/// Stands for the index of a field where a text is a value of none; its key comes after it.
const ELSEWHERE: u32 = 63;

/// What is known of a text: bits 0–5 the index of its field, bit 6 whether that is the access token.
struct About(u32);

impl About {
    const TOKEN: u32 = 1 << 6;

    fn new(index: usize, field: &'static Field) -> Option<Self> {
        let index = u32::try_from(index).ok().filter(|index| *index < ELSEWHERE)?;
        let token = if field.name == ACCESS_TOKEN { Self::TOKEN } else { 0 };
        Some(Self(token | index))
    }

    const fn index(&self) -> u32 {
        self.0 & 63
    }
}

/// The [`Key`] of what the frame in the first `length` bytes of the input is read as, whatever is decided of it, with
/// [`Key::LACKS_REFRESH_TOKEN`]; or one of the two answers above.
#[wasm_bindgen(js_name = keyOf)]
pub fn key_of(length: usize, flags: u32) -> u32 {
    let key = with_subject(length, Flags(flags), 0, |subject| match Key::of(subject) {
        _ if holds_request(subject) => NEVER_PLAIN,
        Some(Key(key)) if may_lack_refresh_token(subject) => key | Key::LACKS_REFRESH_TOKEN,
        Some(Key(key)) => key,
        None if subject.auth_type.is_some() => NEVER_PLAIN,
        None => NO_KEY,
    });
    key.unwrap_or(NEVER_PLAIN)
}

/// Whether no hint hangs on the letters of a request's values: `key` is that of what it is read as, and the frame in the
/// first `length` bytes of the input has a count, then that many values with what [`about_text`] says of them. `false`
/// says only that hints are to be looked for.
#[wasm_bindgen(js_name = arePlain)]
pub fn are_plain(length: usize, key: u32) -> bool {
    buffers::read(length, |input| {
        let mut frame = Frame::new(input);
        for _ in 0..frame.word()? {
            let (about, text) = frame.text_about()?;
            let about = About(about);
            let plain = if about.index() == ELSEWHERE {
                let (_, key) = frame.text_about()?;
                let (key, text) = (std::str::from_utf8(key).ok()?, std::str::from_utf8(text).ok()?);
                is_silent_elsewhere(key, text)
            } else {
                // The catalogue is far away in memory.
                let (app, auth_type) = Key(key).app_and_auth_type()?;
                let field = *auth_type.fields.get(about.index() as usize)?;
                is_plain(field, text) || is_silent(app, auth_type, field, std::str::from_utf8(text).ok()?)
            };
            let is_token = key & Key::LACKS_REFRESH_TOKEN != 0 && about.0 & About::TOKEN != 0;
            if !plain || is_token && lasts(std::str::from_utf8(text).ok()?) {
                return None;
            }
        }
        Some(())
    })
    .is_some()
}

/// What is known of a text at the key that the input names, for [`are_plain`]; 63 where it is no field of that auth type,
/// -1 where it cannot be said.
#[wasm_bindgen(js_name = aboutText)]
pub fn about_text(length: usize, key: u32) -> i32 {
    buffers::read(length, |input| {
        let field = Key(key).app_and_auth_type().and_then(|(_, auth_type)| {
            let index = auth_type.position(std::str::from_utf8(input).ok()?)?;
            Some((index, *auth_type.fields.get(index)?))
        });
        match field {
            Some((index, field)) => About::new(index, field).map_or(-1, |About(bits)| bits as i32),
            None => ELSEWHERE as i32,
        }
    })
}
