//! The values of a request whose keys are known: most of them raise no hint, which is soon seen.

use wasm_bindgen::prelude::wasm_bindgen;

use super::buffers;
use super::check::{Flags, Key, with_subject};
use crate::hints::{is_plain, is_plain_elsewhere, is_silent, is_silent_elsewhere};
use crate::judge::may_lack_refresh_token;
use crate::request::frame::Frame;

/// The answer of [`key_of`] where there is no number.
const NO_KEY: u32 = u32::MAX;
/// The answer of [`key_of`] where a hint hangs on the letters of plain values as well.
const NEVER_PLAIN: u32 = u32::MAX - 1;
/// Stands for the index of a field where a value is none of a field; its key comes after it.
const ELSEWHERE: u32 = 63;

/// The [`Key`] of what the frame in the first `length` bytes of the input is read as, whatever is decided of it; or one
/// of the two above.
#[wasm_bindgen(js_name = keyOf)]
pub fn key_of(length: usize, flags: u32) -> u32 {
    let key = with_subject(length, Flags(flags), 0, |subject| match Key::of(subject) {
        _ if may_lack_refresh_token(subject) => NEVER_PLAIN,
        Some(Key(key)) => key,
        None => NO_KEY,
    });
    key.unwrap_or(NEVER_PLAIN)
}

/// Whether no hint hangs on the letters of a request's values: `key` is that of what it is read as, and the frame in the
/// first `length` bytes of the input has a count, then that many values by the indexes of their fields. `false` says
/// only that hints are to be looked for.
#[wasm_bindgen(js_name = arePlain)]
pub fn are_plain(length: usize, key: u32) -> bool {
    buffers::read(length, |input| {
        let found = Key(key).app_and_auth_type();
        let mut frame = Frame::new(input);
        for _ in 0..frame.word()? {
            let (index, text) = frame.value_of_field()?;
            let plain = if index == ELSEWHERE {
                let (_, key) = frame.value_of_field()?;
                let (key, text) = (std::str::from_utf8(key).ok()?, std::str::from_utf8(text).ok()?);
                is_plain_elsewhere(key, text.as_bytes()) || is_silent_elsewhere(key, text)
            } else {
                let (app, auth_type) = found?;
                let field = *auth_type.fields.get(index as usize)?;
                is_plain(field, text) || is_silent(app, auth_type, field, std::str::from_utf8(text).ok()?)
            };
            plain.then_some(())?;
        }
        Some(())
    })
    .is_some()
}

/// The index of the field that the input names, among those of a decision's auth type; -1 where there is none.
#[wasm_bindgen(js_name = fieldIndex)]
pub fn field_index(length: usize, key: u32) -> i32 {
    let index = buffers::read(length, |input| {
        let (_, auth_type) = Key(key).app_and_auth_type()?;
        auth_type.position(std::str::from_utf8(input).ok()?)
    });
    index.and_then(|index| i32::try_from(index).ok()).unwrap_or(-1)
}
