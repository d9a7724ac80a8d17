//! An app, and the list of all apps, in our own form.

use crate::catalog::{self, App, AuthType};
use crate::writer::Json;

/// All apps in the order of slugs: `[{"slug":…,"name":…,"brand":…,"category":…,"authTypes":[…],"basis":…,"aliases":[…]},…]`.
pub fn apps() -> String {
    let mut json = Json::default();
    json.bracket('[');
    for app in catalog::apps() {
        json.bracket('{');
        summary(&mut json, app);
        json.bracket('}');
    }
    json.bracket(']');
    json.done()
}

/// The summary, and `auth`: `{"keybased":{"basis":…,"anyOf":[[…]],"fields":[{"name":…,"label":…,"required":…,"secret":…,
/// "input":…,"options":[…]}]}}`.
pub fn app(app: &App) -> String {
    let mut json = Json::default();
    json.bracket('{');
    summary(&mut json, app);
    json.key("auth").bracket('{');
    for known in app.auth_types {
        json.key(known.name).bracket('{');
        auth_type(&mut json, known);
        json.bracket('}');
    }
    json.bracket('}').bracket('}');
    json.done()
}

fn summary(json: &mut Json, app: &App) {
    json.member("slug", app.slug).member("name", app.name);
    json.member("brand", app.brand).member("category", app.category);
    json.texts("authTypes", app.auth_types.iter().map(|auth_type| auth_type.name));
    if let Some(basis) = app.basis() {
        json.member("basis", basis.name());
    }
    if !app.aliases.is_empty() {
        json.texts("aliases", app.aliases.iter().copied());
    }
}

fn auth_type(json: &mut Json, auth_type: &AuthType) {
    json.member("basis", auth_type.basis.name());
    if !auth_type.any_of.is_empty() {
        json.key("anyOf").bracket('[');
        for &set in auth_type.any_of {
            json.bracket('[');
            for field in auth_type.fields_of(set) {
                json.text(field.name);
            }
            json.bracket(']');
        }
        json.bracket(']');
    }
    json.key("fields").bracket('[');
    for (field, required) in super::fields(auth_type) {
        json.bracket('{').member("name", field.name).member("label", &field.label());
        json.key("required").flag(required).key("secret").flag(field.secret);
        json.member("input", field.input.name());
        if !field.options.is_empty() {
            json.texts("options", field.options.iter().copied());
        }
        json.bracket('}');
    }
    json.bracket(']');
}
