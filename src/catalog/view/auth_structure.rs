//! The documented auth structure: what `GET /api/v2/public/auth-structure/{slug}` answers.

use crate::catalog::App;
use crate::writer::Json;

/// A map from auth type to fields; a field is its type, or an object where it is optional.
/// What `any_of` asks for on top has no place in this form.
pub fn auth_structure(app: &App) -> String {
    let mut json = Json::default();
    json.bracket('{');
    for auth_type in app.auth_types {
        json.key(auth_type.name).bracket('{');
        for (field, required) in super::fields(auth_type) {
            json.key(field.name);
            if required {
                json.text("string");
            } else {
                json.bracket('{').member("type", "string").key("required").flag(false).bracket('}');
            }
        }
        json.bracket('}');
    }
    json.bracket('}');
    json.done()
}
