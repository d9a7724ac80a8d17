//! The documented auth structure, as `GET /api/v2/public/auth-structure/{slug}` returns it.

use serde::Serialize;

use super::{Members, fields};
use crate::catalog::App;

/// The fields of each auth type, with their types. [`auth_structure`] returns it.
pub type AuthStructure = Members<Members<FieldType>>;

/// The type of a field.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum FieldType {
    /// The type of a required field: only its name.
    Required(&'static str),
    /// The type of an optional field.
    Optional {
        /// Always `string`.
        r#type: &'static str,
        /// Always `false`.
        required: bool,
    },
}

/// Returns the auth structure of an app. The form cannot express `any_of`.
///
/// ```
/// use auth_object::{Catalog, catalog::export};
///
/// let app = Catalog::default().find("copper").ok_or("no such app")?;
/// let structure = serde_json::to_string(&export::auth_structure(app))?;
/// assert_eq!(structure, r#"{"keybased":{"api_token":"string","email":"string"}}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn auth_structure(app: &App) -> AuthStructure {
    let field_type = |required| match required {
        true => FieldType::Required("string"),
        false => FieldType::Optional { r#type: "string", required },
    };
    let fields_of = |auth_type| fields(auth_type).map(|(field, required)| (field.name, field_type(required))).collect();
    app.auth_types.iter().map(|auth_type| (auth_type.name, fields_of(auth_type))).collect()
}
