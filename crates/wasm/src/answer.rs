//! How the calls that programs make often hand over an object: through the caller's own, not as what they return. Node 20
//! inlines calls of wasm into JavaScript, and its V8 crashed after an export returned an object to deoptimised code.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::object::object;

#[wasm_bindgen]
extern "C" {
    /// Takes the object.
    pub type Answer;

    #[wasm_bindgen(method)]
    pub fn put(this: &Answer, value: JsValue);
}

/// Hands over a value.
pub fn give(answer: &Answer, value: &impl Serialize) {
    answer.put(object(value));
}
