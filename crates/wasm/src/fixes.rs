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

/// Returns the key in the input, redacted if it may be a secret.
#[wasm_bindgen(js_name = redactKey)]
pub fn redact_key(length_bytes: usize) -> String {
    input::read_str(length_bytes, |key| binding::redact_key(key).into_owned())
}

/// Returns the slug in the input, redacted if it may be a secret.
#[wasm_bindgen(js_name = redactSlug)]
pub fn redact_slug(length_bytes: usize) -> String {
    input::read_str(length_bytes, |slug| binding::redact_slug(slug).into_owned())
}

/// Returns the account ID in the input, redacted if it starts like a token.
#[wasm_bindgen(js_name = redactId)]
pub fn redact_id(length_bytes: usize) -> String {
    input::read_str(length_bytes, |id| binding::redact_id(id).into_owned())
}
