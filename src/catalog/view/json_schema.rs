//! JSON Schema (2020-12) of an auth_object.

use crate::catalog::{App, AuthType};
use crate::writer::Json;

/// The schema of the fields of one auth type, or of the whole auth_object: typed or flat, of any auth type.
pub fn json_schema(app: &App, auth_type: Option<&AuthType>) -> String {
    let mut json = Json::default();
    json.bracket('{').member("$schema", "https://json-schema.org/draft/2020-12/schema");
    match auth_type {
        Some(auth_type) => {
            json.member("title", &format!("{} {}", app.brand, auth_type.name));
            fields(&mut json, auth_type);
        }
        None => {
            json.member("title", &format!("{} auth_object", app.brand)).key("anyOf").bracket('[');
            for auth_type in app.auth_types {
                json.bracket('{').member("type", "object").key("properties").bracket('{').key(auth_type.name);
                reference(&mut json, auth_type);
                json.bracket('}').texts("required", [auth_type.name].into_iter());
                json.key("additionalProperties").flag(false).bracket('}');
            }
            for auth_type in app.auth_types {
                reference(&mut json, auth_type);
            }
            json.bracket(']').key("$defs").bracket('{');
            for auth_type in app.auth_types {
                json.key(auth_type.name).bracket('{');
                fields(&mut json, auth_type);
                json.bracket('}');
            }
            json.bracket('}');
        }
    }
    json.bracket('}');
    json.done()
}

/// Names of auth types need no escape in a pointer: the build and `register` see to that.
fn reference(json: &mut Json, auth_type: &AuthType) {
    json.bracket('{').member("$ref", &format!("#/$defs/{}", auth_type.name)).bracket('}');
}

fn fields(json: &mut Json, auth_type: &AuthType) {
    json.member("type", "object").key("properties").bracket('{');
    for (field, _) in super::fields(auth_type) {
        json.key(field.name).bracket('{').member("title", &field.label());
        json.member("type", "string").member("pattern", NOT_BLANK);
        if !field.options.is_empty() {
            json.texts("examples", field.options.iter().copied());
        }
        if field.secret {
            json.key("writeOnly").flag(true);
        }
        json.bracket('}');
    }
    json.bracket('}').texts("required", auth_type.fields_of(auth_type.required).map(|field| field.name));
    if !auth_type.any_of.is_empty() {
        json.key("anyOf").bracket('[');
        for &set in auth_type.any_of {
            json.bracket('{').texts("required", auth_type.fields_of(set).map(|field| field.name)).bracket('}');
        }
        json.bracket(']');
    }
    json.key("additionalProperties").flag(false);
}

/// One character that is no Unicode white space. `\S` would depend on the validator: ECMAScript takes U+FEFF for
/// white space and U+0085 not.
const NOT_BLANK: &str = "[^\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]";
