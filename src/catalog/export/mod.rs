//! Forms of the catalogue to serialize: the documented ones and our own.
//!
//! ```
//! use auth_object::{Catalog, catalog::export};
//!
//! let app = Catalog::default().find("copper").ok_or("no such app")?;
//! let structure = serde_json::to_value(export::auth_structure(app))?;
//! assert_eq!(structure["keybased"]["email"], "string");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod app_details;
mod auth_structure;
mod input_fields;
mod json_schema;
mod members;

pub use app_details::{AppDetails, app, apps};
pub use auth_structure::{AuthStructure, FieldType, auth_structure};
pub use input_fields::{InputField, input_fields};
pub use json_schema::{JsonSchema, json_schema};
pub use members::Members;

use super::{AuthType, Field};

/// Returns the fields of an auth type, each with whether it is required.
fn fields(auth_type: &AuthType) -> impl Iterator<Item = (&'static Field, bool)> {
    let required = auth_type.required;
    auth_type.fields.iter().enumerate().map(move |(index, field)| (*field, required & (1 << index) != 0))
}
