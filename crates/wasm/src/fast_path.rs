//! The tables with which JavaScript accepts an ordinary request on its own; see `packages/auth-object/src/check/fast-path.ts`.

use std::cell::RefCell;

use auth_object::catalog::{App, AuthType, Basis};
use auth_object::{Response, ResponseBody, Shape, binding};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::checker::checker;
use crate::input;
use crate::object::object;

thread_local! {
    /// The apps whose tables JavaScript has. The index is `Acceptance::app`.
    static APPS: RefCell<Vec<&'static App>> = const { RefCell::new(Vec::new()) };
}

/// What a request for an app needs to be accepted.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Acceptance {
    /// Identifies the app in [`is_plain`].
    app: usize,
    auth_types: Vec<AcceptedType>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AcceptedType {
    name: &'static str,
    basis: Basis,
    /// The required fields, as a bitmask: bit `i` is `fields[i]`.
    required: u32,
    /// Sets of fields, as bitmasks. One of them must be complete.
    sets: Vec<u32>,
    fields: Vec<AcceptedField>,
    /// The index of the access token, if a missing refresh token may raise a hint.
    #[serde(skip_serializing_if = "Option::is_none")]
    access_token: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh_token: Option<usize>,
}

#[derive(Serialize)]
struct AcceptedField {
    name: &'static str,
    /// Whether JavaScript must call [`is_plain`] for each value.
    ask: bool,
    /// Whether the field describes the OAuth client, so that a flat request may not have it.
    client: bool,
}

/// The number of bits that JavaScript's bitwise operators can use without a sign.
const MAX_FIELDS: usize = 31;

/// Returns the table of the app whose slug is in the input, or nothing if the app is unknown or an auth type has more than
/// 31 fields.
#[wasm_bindgen]
pub fn acceptance(length_bytes: usize) -> Option<JsValue> {
    let app = input::read_str(length_bytes, |slug| checker().catalog().find(slug))?;
    if app.auth_types.iter().any(|auth_type| auth_type.fields.len() > MAX_FIELDS) {
        return None;
    }
    let number = APPS.with_borrow_mut(|apps| {
        apps.iter().position(|known| std::ptr::eq(*known, app)).unwrap_or_else(|| {
            apps.push(app);
            apps.len() - 1
        })
    });
    let auth_types = app.auth_types.iter().map(|auth_type| accepted_type(app, auth_type)).collect();
    Some(object(&Acceptance { app: number, auth_types }))
}

fn accepted_type(app: &'static App, auth_type: &'static AuthType) -> AcceptedType {
    let mask = |mask: u64| u32::try_from(mask).unwrap_or(u32::MAX);
    let client = auth_type.client_fields();
    let fields = auth_type.fields.iter().enumerate().map(|(index, field)| AcceptedField {
        name: field.name,
        ask: binding::may_hint(field),
        client: client & (1 << index) != 0,
    });
    let [access_token, refresh_token] = binding::tokens(app, auth_type).map_or([None, None], |tokens| tokens.map(Some));
    AcceptedType {
        name: auth_type.name,
        basis: auth_type.basis,
        required: mask(auth_type.required),
        sets: auth_type.any_of.iter().map(|set| mask(*set)).collect(),
        fields: fields.collect(),
        access_token,
        refresh_token,
    }
}

/// Returns the prefixes, starts and ends that an ordinary value does not have.
#[wasm_bindgen]
pub fn ordinary() -> JsValue {
    object(&binding::ordinary())
}

/// Returns `true` only if the value in the input raises no hint. `app` is `Acceptance::app`.
#[wasm_bindgen(js_name = isPlain)]
pub fn is_plain(app: usize, auth_type: usize, field: usize, length_bytes: usize) -> bool {
    let found = APPS.with_borrow(|apps| {
        let app = *apps.get(app)?;
        let auth_type = app.auth_types.get(auth_type)?;
        Some((app, auth_type, *auth_type.fields.get(field)?))
    });
    input::read(length_bytes, |value| {
        found.is_some_and(|(app, auth_type, field)| {
            let has_no_hint = |text: &str| binding::has_no_hint(app, auth_type, field, text);
            binding::is_hint_free(field, value) || std::str::from_utf8(value).is_ok_and(has_no_hint)
        })
    })
}

/// Returns `true` if the access token in the input does not need a refresh token.
#[wasm_bindgen(js_name = isLasting)]
pub fn is_lasting(length_bytes: usize) -> bool {
    input::read_str(length_bytes, binding::is_lasting)
}

/// The messages of accepted requests. The slug goes between the two strings.
#[derive(Serialize)]
struct Accepted {
    typed: String,
    created: Vec<String>,
    updated: Vec<String>,
}

/// Returns the messages of accepted requests.
#[wasm_bindgen]
pub fn accepted() -> JsValue {
    const SLUG: char = '\0';
    let message = |shape, updated| match Response::accepted(&SLUG.to_string(), shape, updated).body {
        ResponseBody::Accepted { message, .. } => message.into_owned(),
        _ => String::new(),
    };
    let around = |updated| message(Shape::Flat, updated).split(SLUG).map(str::to_owned).collect();
    object(&Accepted { typed: message(Shape::Typed, false), created: around(false), updated: around(true) })
}
