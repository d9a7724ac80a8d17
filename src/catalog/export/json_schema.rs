//! The JSON Schema (2020-12) of an auth_object.

use serde::Serialize;

use super::Members;
use crate::catalog::{App, AuthType, Field};

/// A JSON Schema. [`json_schema`] returns it.
#[derive(Debug, Serialize)]
pub struct JsonSchema {
    #[serde(rename = "$schema")]
    dialect: &'static str,
    title: String,
    #[serde(flatten)]
    schema: Schema,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Schema {
    Fields(Object<Property>),
    AuthObject {
        #[serde(rename = "anyOf")]
        any_of: Vec<Alternative>,
        #[serde(rename = "$defs")]
        defs: Members<Object<Property>>,
    },
}

/// A form that an auth_object may have: typed or flat.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Alternative {
    Typed(Object<Reference>),
    Flat(Reference),
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Object<T> {
    r#type: &'static str,
    properties: Members<T>,
    required: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    any_of: Vec<Set>,
    additional_properties: bool,
}

#[derive(Debug, Serialize)]
struct Set {
    required: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Reference {
    #[serde(rename = "$ref")]
    reference: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Property {
    title: String,
    r#type: &'static str,
    pattern: &'static str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    examples: &'static [&'static str],
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    write_only: bool,
}

/// One character that is not Unicode white space. `\S` would depend on the validator: in ECMAScript U+FEFF is white
/// space and U+0085 is not.
const NOT_BLANK: &str = "[^\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]";

/// Returns the JSON Schema of an auth_object: of the fields of one auth type, or of both shapes of any auth type.
///
/// ```
/// use auth_object::{Catalog, catalog::export};
///
/// let app = Catalog::default().find("copper").ok_or("no such app")?;
/// let schema = serde_json::to_value(export::json_schema(app, app.auth_type("keybased")))?;
/// assert_eq!(schema["required"], serde_json::json!(["api_token", "email"]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn json_schema(app: &App, auth_type: Option<&AuthType>) -> JsonSchema {
    let types = app.auth_types;
    let (what, schema) = match auth_type {
        Some(auth_type) => (auth_type.name, Schema::Fields(fields(auth_type))),
        None => {
            let flat = types.iter().map(|one| Alternative::Flat(reference(one)));
            let any_of = types.iter().map(typed).chain(flat).collect();
            (
                "auth_object",
                Schema::AuthObject { any_of, defs: types.iter().map(|one| (one.name, fields(one))).collect() },
            )
        }
    };
    let title = format!("{} {what}", app.brand);
    JsonSchema { dialect: "https://json-schema.org/draft/2020-12/schema", title, schema }
}

fn typed(auth_type: &AuthType) -> Alternative {
    Alternative::Typed(Object {
        r#type: "object",
        properties: [(auth_type.name, reference(auth_type))].into_iter().collect(),
        required: vec![auth_type.name],
        any_of: Vec::new(),
        additional_properties: false,
    })
}

/// The name of an auth type needs no escape in a pointer: schema files and `register` allow only letters, digits, `.`, `_`
/// and `-`.
fn reference(auth_type: &AuthType) -> Reference {
    Reference { reference: format!("#/$defs/{}", auth_type.name) }
}

fn fields(auth_type: &AuthType) -> Object<Property> {
    Object {
        r#type: "object",
        properties: auth_type.fields.iter().map(|field| (field.name, property(field))).collect(),
        required: auth_type.names(auth_type.required),
        any_of: auth_type.any_of.iter().map(|set| Set { required: auth_type.names(*set) }).collect(),
        additional_properties: false,
    }
}

fn property(field: &Field) -> Property {
    Property {
        title: field.label().into_owned(),
        r#type: "string",
        pattern: NOT_BLANK,
        examples: field.options,
        write_only: field.secret,
    }
}
