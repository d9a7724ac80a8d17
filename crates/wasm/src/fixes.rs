//! Edits of values, and redacted keys.

use auth_object::{Edit, binding};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::input;

/// Returns the value in the input after an edit, or nothing if the edit does not change it. `kind` is the index of the
/// edit.
#[wasm_bindgen]
pub fn edit(kind: usize, length_bytes: usize) -> Option<String> {
    input::read_str(length_bytes, |value| Edit::ALL.get(kind)?.apply(value))
}

/// Returns the key or slug in the input, redacted if it may be a secret.
#[wasm_bindgen(js_name = redactKey)]
pub fn redact_key(length_bytes: usize) -> String {
    input::read_str(length_bytes, |key| binding::redact_key(key).into_owned())
}

/// Returns the name or ID in the input, redacted if it looks like a token.
#[wasm_bindgen(js_name = redactName)]
pub fn redact_name(length_bytes: usize) -> String {
    input::read_str(length_bytes, |name| binding::redact_name(name).into_owned())
}
