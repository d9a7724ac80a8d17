//! The values of a request whose keys are known to be fields: most of them raise no hint, which is soon seen.

use wasm_bindgen::prelude::wasm_bindgen;

use super::buffers;
use super::check::{Flags, Key, with_subject};
use crate::hints::{is_plain, may_lack_refresh_token};
use crate::request::frame::Frame;

/// The [`Key`] of what the frame in the first `length` bytes of the input is read as, whatever is decided of it;
/// 0xFFFFFFFF where it is nothing that is known, or has keys that are no fields.
#[wasm_bindgen(js_name = keyOf)]
pub fn key_of(length: usize, flags: u32) -> u32 {
    let key = with_subject(length, Flags(flags), 0, |subject| {
        let known = subject.unknown == 0;
        known.then(|| Key::of(subject)).flatten()
    });
    key.flatten().map_or(u32::MAX, |Key(key)| key)
}

/// Whether no hint can be at a request: `key` is that of what it is read as, and the frame in the first `length` bytes of the
/// input has a count, then that many values by the indexes of their fields. `false` says only that hints are to be
/// looked for.
#[wasm_bindgen(js_name = arePlain)]
pub fn are_plain(length: usize, key: u32) -> bool {
    buffers::read(length, |input| {
        let (_, auth_type) = Key(key).app_and_auth_type()?;
        let mut frame = Frame::new(input);
        let mut texts = 0;
        for _ in 0..frame.word()? {
            let (index, text) = frame.value_of_field()?;
            texts |= 1_u64.checked_shl(index)?;
            if !is_plain(auth_type.fields.get(index as usize)?, text) {
                return None;
            }
        }
        (!may_lack_refresh_token(auth_type, texts)).then_some(())
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
