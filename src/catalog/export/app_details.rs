//! The list of all apps and the details of an app, in our own form.

use serde::Serialize;

use super::{Members, fields};
use crate::catalog::{self, App, Basis, Catalog, Input};

/// An app, alone or in the list of all apps. [`apps`] and [`app`] return it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AppDetails {
    slug: &'static str,
    name: &'static str,
    brand: &'static str,
    category: &'static str,
    auth_types: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<Basis>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    aliases: &'static [&'static str],
    /// By auth type, its fields; not in the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    auth: Option<Members<AuthType>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct AuthType {
    basis: Basis,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    any_of: Vec<Vec<&'static str>>,
    fields: Vec<Field>,
}

#[derive(Debug, Serialize)]
struct Field {
    name: &'static str,
    label: String,
    required: bool,
    secret: bool,
    input: Input,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    options: &'static [&'static str],
}

/// Returns all apps of a catalogue, sorted by slug.
///
/// ```
/// use auth_object::{Catalog, catalog::export};
///
/// let apps = serde_json::to_value(export::apps(&Catalog::default()))?;
/// assert_eq!(apps[0]["slug"], Catalog::default().apps()[0].slug);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn apps(catalog: &Catalog) -> Vec<AppDetails> {
    catalog.apps().into_iter().map(summary).collect()
}

/// Returns the details of an app.
///
/// ```
/// use auth_object::{Catalog, catalog::export};
///
/// let app = Catalog::default().find("copper").ok_or("no such app")?;
/// let details = serde_json::to_value(export::app(app))?;
/// assert_eq!(details["auth"]["keybased"]["fields"][1]["label"], "Email Address");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn app(app: &App) -> AppDetails {
    let auth = app.auth_types.iter().map(|one| (one.name, auth_type(one))).collect();
    AppDetails { auth: Some(auth), ..summary(app) }
}

fn summary(app: &App) -> AppDetails {
    AppDetails {
        slug: app.slug,
        name: app.name,
        brand: app.brand,
        category: app.category,
        auth_types: app.auth_types.iter().map(|auth_type| auth_type.name).collect(),
        basis: app.basis(),
        aliases: app.aliases,
        auth: None,
    }
}

fn auth_type(auth_type: &catalog::AuthType) -> AuthType {
    let field = |(field, required): (&'static catalog::Field, bool)| Field {
        name: field.name,
        label: field.label().into_owned(),
        required,
        secret: field.secret,
        input: field.input,
        options: field.options,
    };
    AuthType {
        basis: auth_type.basis,
        any_of: auth_type.any_of.iter().map(|set| auth_type.names(*set)).collect(),
        fields: fields(auth_type).map(field).collect(),
    }
}
