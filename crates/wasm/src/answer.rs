//! Passes objects to JavaScript through an object of the caller instead of a return value. Node 20 inlines calls of
//! wasm into JavaScript, and its V8 crashed after an export returned an object to deoptimised code. Functions that
//! programs rarely call return objects.

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

/// Passes a value to the caller.
pub fn give(answer: &Answer, value: &impl Serialize) {
    answer.put(object(value));
}
