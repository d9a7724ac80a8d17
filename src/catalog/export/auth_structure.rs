//! The documented auth structure: what `GET /api/v2/public/auth-structure/{slug}` answers.

use serde::Serialize;

use super::{Members, fields};
use crate::catalog::App;

/// By auth type, its fields and the type of each.
pub type AuthStructure = Members<Members<FieldType>>;

/// The type of a field.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum FieldType {
    /// Of a required field, its name alone.
    Required(&'static str),
    /// Of an optional field, an object.
    Optional {
        /// Always `string`.
        r#type: &'static str,
        /// Always false.
        required: bool,
    },
}

/// The auth structure of an app; it has no place for `any_of`.
pub fn auth_structure(app: &App) -> AuthStructure {
    let field_type = |required| match required {
        true => FieldType::Required("string"),
        false => FieldType::Optional { r#type: "string", required },
    };
    let fields_of = |auth_type| fields(auth_type).map(|(field, required)| (field.name, field_type(required))).collect();
    app.auth_types.iter().map(|auth_type| (auth_type.name, fields_of(auth_type))).collect()
}
