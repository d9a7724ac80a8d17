//! Changes to values, and key names that are safe to show.

use auth_object::{Edit, binding};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::input;

/// The value in the input after the edit of that index; absent if the edit changes nothing.
#[wasm_bindgen]
pub fn edit(kind: usize, length_bytes: usize) -> Option<String> {
    input::read_str(length_bytes, |value| Edit::ALL.get(kind)?.apply(value))
}

/// The key name in the input, redacted if it looks like a secret.
#[wasm_bindgen(js_name = redactKey)]
pub fn redact_key(length_bytes: usize) -> String {
    input::read_str(length_bytes, |key| binding::redact_key(key).into_owned())
}
