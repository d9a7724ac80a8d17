//! The documented form for credentials: `auth_type_options` of an application.

use serde::Serialize;

use super::fields;
use crate::catalog::{AuthType, Input};

/// A control of a form, as the platform's `InputField`. [`input_fields`] returns it.
#[derive(Debug, Serialize)]
pub struct InputField {
    name: &'static str,
    label: String,
    placeholder: String,
    required: bool,
    r#type: Input,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<InputOption>,
}

#[derive(Debug, Serialize)]
struct InputOption {
    name: &'static str,
    value: &'static str,
}

/// Returns the controls of a form, in the order of the schema.
///
/// ```
/// use auth_object::{Catalog, catalog::export};
///
/// let app = Catalog::default().find("copper").ok_or("no such app")?;
/// let auth_type = app.auth_type("keybased").ok_or("no such auth type")?;
/// let fields = serde_json::to_value(export::input_fields(auth_type))?;
/// assert_eq!(fields[1]["placeholder"], "Please enter the Email Address");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn input_fields(auth_type: &AuthType) -> Vec<InputField> {
    fields(auth_type)
        .map(|(field, required)| {
            let label = field.label().into_owned();
            InputField {
                name: field.name,
                placeholder: format!("Please enter the {label}"),
                label,
                required,
                r#type: field.input,
                options: field.options.iter().map(|option| InputOption { name: option, value: option }).collect(),
            }
        })
        .collect()
}
