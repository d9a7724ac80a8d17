//! The documented credential form: `auth_type_options` of an application.

use serde::Serialize;

use super::fields;
use crate::catalog::{AuthType, Input};

/// A control of a form, as the platform's InputField.
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

/// The controls of a form, in schema order.
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
