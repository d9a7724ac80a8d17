//! The JSON Schema (2020-12) of an auth_object.

use serde::Serialize;

use super::Members;
use crate::catalog::{App, AuthType, Field};

/// A JSON Schema. [`json_schema`] returns it. Absent keywords are left out.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct JsonSchema {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    dialect: Option<&'static str>,
    #[serde(rename = "$ref", skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'static str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    examples: &'static [&'static str],
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    write_only: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    properties: Option<Members<Self>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<Vec<&'static str>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    any_of: Vec<Self>,
    #[serde(skip_serializing_if = "Option::is_none")]
    additional_properties: Option<bool>,
    #[serde(rename = "$defs", skip_serializing_if = "Option::is_none")]
    definitions: Option<Members<Self>>,
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
        Some(auth_type) => (auth_type.name, fields(auth_type)),
        None => {
            let any_of = types.iter().map(typed).chain(types.iter().map(reference)).collect();
            let definitions = Some(types.iter().map(|one| (one.name, fields(one))).collect());
            ("auth_object", JsonSchema { any_of, definitions, ..JsonSchema::default() })
        }
    };
    JsonSchema {
        dialect: Some("https://json-schema.org/draft/2020-12/schema"),
        title: Some(format!("{} {what}", app.brand)),
        ..schema
    }
}

fn typed(auth_type: &AuthType) -> JsonSchema {
    object([(auth_type.name, reference(auth_type))].into_iter().collect(), vec![auth_type.name])
}

/// Names of auth types need no escape in a pointer: schema files and `register` permit only letters, digits, `.`, `_`, `-`.
fn reference(auth_type: &AuthType) -> JsonSchema {
    JsonSchema { reference: Some(format!("#/$defs/{}", auth_type.name)), ..JsonSchema::default() }
}

fn fields(auth_type: &AuthType) -> JsonSchema {
    let properties = auth_type.fields.iter().map(|field| (field.name, property(field))).collect();
    let set = |set: &u64| JsonSchema { required: Some(auth_type.names(*set)), ..JsonSchema::default() };
    let any_of = auth_type.any_of.iter().map(set).collect();
    JsonSchema { any_of, ..object(properties, auth_type.names(auth_type.required)) }
}

fn object(properties: Members<JsonSchema>, required: Vec<&'static str>) -> JsonSchema {
    JsonSchema {
        r#type: Some("object"),
        properties: Some(properties),
        required: Some(required),
        additional_properties: Some(false),
        ..JsonSchema::default()
    }
}

fn property(field: &Field) -> JsonSchema {
    JsonSchema {
        title: Some(field.label().into_owned()),
        r#type: Some("string"),
        pattern: Some(NOT_BLANK),
        examples: field.options,
        write_only: field.secret,
        ..JsonSchema::default()
    }
}
