//! The two buffers: the caller writes the input, the module writes the answer.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::writer::Json;
use crate::written::Written;

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes the input buffer at least `length` bytes long; its address, which stays until a longer one is asked for.
/// Null where there is not so much memory: what was in the buffer is gone then as well.
#[wasm_bindgen]
pub fn reserve(length: usize) -> *const u8 {
    INPUT.with_borrow_mut(|input| {
        if input.len() < length {
            *input = Vec::new();
            if input.try_reserve_exact(length).is_err() {
                return std::ptr::null();
            }
            input.resize(length, 0);
        }
        input.as_ptr()
    })
}

/// The address of the answer.
#[wasm_bindgen]
pub fn answer() -> *const u8 {
    ANSWER.with_borrow(|answer| answer.as_ptr())
}

/// The length of the answer in bytes.
#[wasm_bindgen(js_name = answerLen)]
pub fn answer_length() -> usize {
    ANSWER.with_borrow(Vec::len)
}

/// Reads the first `length` bytes of the input.
pub fn read<T>(length: usize, read: impl FnOnce(&[u8]) -> T) -> T {
    INPUT.with_borrow(|input| read(input.get(..length).unwrap_or_default()))
}

/// Answers with a text.
pub fn answer_text(text: &str) {
    ANSWER.with_borrow_mut(|answer| {
        answer.clear();
        answer.extend_from_slice(text.as_bytes());
    });
}

/// Answers with what has a text of its own.
pub fn answer_written(value: &impl Written) {
    let mut json = Json::default();
    value.write(&mut json);
    ANSWER.set(json.done().into_bytes());
}
