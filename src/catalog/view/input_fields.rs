//! The documented credential form: `auth_type_options` of an application.

use crate::catalog::AuthType;
use crate::writer::Json;

/// The controls of a form, in schema order, as InputField objects of the platform.
pub fn input_fields(auth_type: &AuthType) -> String {
    let mut json = Json::default();
    json.bracket('[');
    for (field, required) in super::fields(auth_type) {
        let label = field.label();
        json.bracket('{').member("name", field.name).member("label", &label);
        json.member("placeholder", &format!("Please enter the {label}"));
        json.key("required").flag(required).member("type", field.input.name());
        if !field.options.is_empty() {
            json.key("options").bracket('[');
            for option in field.options {
                json.bracket('{').member("name", option).member("value", option).bracket('}');
            }
            json.bracket(']');
        }
        json.bracket('}');
    }
    json.bracket(']');
    json.done()
}
