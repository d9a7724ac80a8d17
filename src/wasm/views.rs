//! What is known of the apps, and changes to values.

use wasm_bindgen::prelude::wasm_bindgen;

use super::buffers;
use crate::catalog::{self, view};
use crate::fixes::Edit;
use crate::request::Shape;
use crate::request::frame::Frame;
use crate::response::{Body, Response};

/// Answers with the summaries of all apps.
#[wasm_bindgen]
pub fn apps() {
    buffers::answer_text(&view::apps());
}

/// Answers with all that is known of the app in the input.
#[wasm_bindgen]
pub fn app(length: usize) -> bool {
    answer(length, |slug, _| Some(view::app(catalog::find(slug)?)))
}

/// Answers with the documented auth structure of the app in the input.
#[wasm_bindgen(js_name = authStructure)]
pub fn auth_structure(length: usize) -> bool {
    answer(length, |slug, _| Some(view::auth_structure(catalog::find(slug)?)))
}

/// Answers with the input fields of the app and auth type in the input.
#[wasm_bindgen(js_name = inputFields)]
pub fn input_fields(length: usize) -> bool {
    answer(length, |slug, auth_type| Some(view::input_fields(catalog::find(slug)?.auth_type(auth_type?)?)))
}

/// Answers with the JSON Schema of the app, or of one of its auth types.
#[wasm_bindgen(js_name = jsonSchema)]
pub fn json_schema(length: usize) -> bool {
    answer(length, |slug, auth_type| {
        let app = catalog::find(slug)?;
        let auth_type = match auth_type {
            Some(name) => Some(app.auth_type(name)?),
            None => None,
        };
        Some(view::json_schema(app, auth_type))
    })
}

/// Registers the slug and the auth structure in the input; where it is refused, the answer is the reason.
#[wasm_bindgen(js_name = registerApp)]
pub fn register_app(length: usize) -> bool {
    let refusal = buffers::read(length, |input| {
        let mut frame = Frame::new(input);
        let (slug, structure) = frame.text().zip(frame.text())?;
        catalog::register(slug, structure.as_bytes()).err()
    });
    match refusal {
        None => true,
        Some(error) => {
            buffers::answer_text(&error.message());
            false
        }
    }
}

/// Answers with the message for a flat request to an app that the account has already.
#[wasm_bindgen(js_name = updatedMessage)]
pub fn updated_message(length: usize) {
    buffers::read(length, |input| {
        if let Body::Accepted { message, .. } =
            Response::accepted(std::str::from_utf8(input).unwrap_or_default(), Shape::Flat, true).body
        {
            buffers::answer_text(&message);
        }
    });
}

/// Changes the value in the input by the edit of that index; the answer is the new value, not as JSON.
#[wasm_bindgen]
pub fn edit(kind: usize, length: usize) -> bool {
    let edited = buffers::read(length, |input| Edit::ALL.get(kind)?.apply(std::str::from_utf8(input).ok()?));
    edited.is_some_and(|text| {
        buffers::answer_text(&text);
        true
    })
}

/// Answers with the key name in the input as it may be shown.
#[wasm_bindgen]
pub fn shown(length: usize) {
    buffers::read(length, |input| {
        buffers::answer_text(&crate::text::redact::key(std::str::from_utf8(input).unwrap_or_default()))
    });
}

fn answer(length: usize, view: impl FnOnce(&str, Option<&str>) -> Option<String>) -> bool {
    let text = buffers::read(length, |input| {
        let mut frame = Frame::new(input);
        let slug = frame.text()?;
        view(slug, frame.optional_text().flatten())
    });
    text.is_some_and(|text| {
        buffers::answer_text(&text);
        true
    })
}
