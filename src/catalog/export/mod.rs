//! What is known of an app, to be serialised: in the documented forms and in ours.

mod app;
mod auth_structure;
mod input_fields;
mod json_schema;
mod members;

pub use app::{AppView, app, apps};
pub use auth_structure::{AuthStructure, FieldType, auth_structure};
pub use input_fields::{InputField, input_fields};
pub use json_schema::{JsonSchema, json_schema};
pub use members::Members;

use super::{AuthType, Field};

/// The fields of an auth type, each with whether it is required.
fn fields(auth_type: &AuthType) -> impl Iterator<Item = (&'static Field, bool)> {
    let required = auth_type.required;
    auth_type.fields.iter().enumerate().map(move |(index, field)| (*field, required & (1 << index) != 0))
}
