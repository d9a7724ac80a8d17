//! The reader of a body that is a `serde_json::Value`.

use serde_json::Value as Json;

use super::body::{AuthObject, Body, Entries, Invalid, Members, Position, Value};
use super::fault::Fault;
use super::json_string::JsonString;
use crate::limits::{Limit, Limits, Size};

/// Returns the limit that a body exceeds.
pub(super) fn exceeded(limits: &Limits, body: &Json) -> Option<Limit> {
    let mut keys = 0;
    let mut open = vec![(body, 0)];
    while let Some((value, around)) = open.pop() {
        let depth = around + usize::from(value.is_object() || value.is_array());
        if let Json::Object(object) = value {
            keys += object.len();
        }
        if let Some(limit) = limits.exceeded_by_size(Size { depth, keys }) {
            return Some(limit);
        }
        match value {
            Json::Object(object) => open.extend(object.values().map(|member| (member, depth))),
            Json::Array(elements) => open.extend(elements.iter().map(|element| (element, depth))),
            _ => {}
        }
    }
    None
}

/// Reads a body.
pub(super) fn read<'m, 'a>(body: &'a Json, members: &'m mut Members<'a>) -> Body<'m, 'a> {
    let Json::Object(object) = body else {
        let fault = value(body).kind().map_or(Fault::Empty, Fault::NotObject);
        return Body::Invalid(Invalid { fault, position: Position::START, path: Vec::new() });
    };
    for (key, member) in object {
        match key.as_str() {
            "slug" => members.slug = value(member),
            "linked_account_id" => members.linked_account_id = value(member),
            "auth_object" => fill(member, &mut members.auth_object),
            _ => {}
        }
    }
    Body::Object(members)
}

/// Reads an auth_object without a body around it.
pub(super) fn read_auth_object<'m, 'a>(auth_object: &'a Json, members: &'m mut Members<'a>) -> Body<'m, 'a> {
    fill(auth_object, &mut members.auth_object);
    Body::Object(members)
}

fn fill<'a>(json: &'a Json, auth_object: &mut AuthObject<'a>) {
    auth_object.value = value(json);
    for (key, member) in json.as_object().into_iter().flatten() {
        auth_object.entries.push(JsonString::unescaped(key), value(member));
        if let Json::Object(inner) = member {
            auth_object.inner.clear();
            fill_entries(inner, &mut auth_object.inner);
        }
    }
    auth_object.entries.close();
}

fn fill_entries<'a>(object: &'a serde_json::Map<String, Json>, entries: &mut Entries<'a>) {
    for (key, member) in object {
        entries.push(JsonString::unescaped(key), value(member));
    }
    entries.close();
}

fn value(json: &Json) -> Value<'_> {
    match json {
        Json::Null => Value::Null,
        Json::Bool(_) => Value::Boolean,
        Json::Number(_) => Value::Number,
        Json::String(text) => Value::String(JsonString::unescaped(text)),
        Json::Array(_) => Value::Array,
        Json::Object(_) => Value::Object,
    }
}
