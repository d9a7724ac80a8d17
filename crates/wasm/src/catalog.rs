//! The catalogue.

use auth_object::Limits;
use auth_object::catalog::export;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::checker::{self, checker};
use crate::object::object;

/// Returns the summaries of all apps.
#[wasm_bindgen]
pub fn apps() -> JsValue {
    object(&export::apps(checker().catalog()))
}

/// Returns the details of an app.
#[wasm_bindgen]
pub fn app(slug: &str) -> Option<JsValue> {
    Some(with_maps(&export::app(checker().catalog().find(slug)?)))
}

/// Returns the documented auth structure of an app.
#[wasm_bindgen(js_name = authStructure)]
pub fn auth_structure(slug: &str) -> Option<JsValue> {
    Some(with_maps(&export::auth_structure(checker().catalog().find(slug)?)))
}

/// Returns the fields of a form for credentials.
#[wasm_bindgen(js_name = inputFields)]
pub fn input_fields(slug: &str, auth_type: &str) -> Option<JsValue> {
    Some(with_maps(&export::input_fields(checker().catalog().find(slug)?.auth_type(auth_type)?)))
}

/// Returns the JSON Schema of an app, or of one of its auth types.
#[wasm_bindgen(js_name = jsonSchema)]
pub fn json_schema(slug: &str, auth_type: Option<String>) -> Option<JsValue> {
    let app = checker().catalog().find(slug)?;
    let auth_type = match auth_type {
        Some(name) => Some(app.auth_type(&name)?),
        None => None,
    };
    Some(with_maps(&export::json_schema(app, auth_type)))
}

/// Returns a new object with a Map for each set of names: assigning a member named `__proto__` would lose it.
fn with_maps(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::new()).unwrap_or(JsValue::UNDEFINED)
}

/// Registers an app by its auth structure, which is JSON. Returns the reason if it is rejected.
#[wasm_bindgen(js_name = registerApp)]
pub fn register_app(slug: &str, auth_structure: &str, apps: usize, app_bytes: usize) -> Option<String> {
    let mut limits = Limits::default();
    limits.apps = apps;
    limits.app_bytes = app_bytes;
    checker::register(slug, auth_structure, limits).err().map(|error| error.to_string())
}
