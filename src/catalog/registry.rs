//! The catalogue: built-in apps, and apps registered at run time by their documented auth structure.

use std::fmt;
use std::sync::{Arc, OnceLock};

use super::spelling::Spelling;
use super::structure::{self, Stated, Structure};
use super::title::title_case;
use super::{Address, App, AuthType, Basis, Field, Input, RegisterError, builtin};
use crate::limits::Limits;
use crate::text;

/// The built-in apps, and apps that are registered by their auth structure.
///
/// A registered app stays in memory until the process ends, because verdicts contain its names as `&'static str`. So
/// register an app once, not for each request. Registering the same structure again takes no more memory.
///
/// ```
/// use auth_object::Catalog;
///
/// let mut catalog = Catalog::default();
/// assert!(catalog.find("acme_billing").is_none());
/// catalog.register("acme_billing", br#"{"keybased":{"api_key":"string"}}"#)?;
/// assert_eq!(catalog.find("acme_billing").map(|app| app.name), Some("Acme Billing"));
/// # Ok::<(), auth_object::RegisterError>(())
/// ```
#[derive(Clone, Default)]
pub struct Catalog {
    /// Sorted by slug.
    active: Vec<&'static App>,
    /// Every app that was ever registered, with its auth structure. Replaced apps are still here.
    registered: Vec<(&'static App, Arc<[u8]>)>,
    limits: Limits,
    /// The names of all apps, once a slug is unknown.
    spellings: Arc<OnceLock<Vec<Spelling>>>,
}

impl Catalog {
    /// Returns the app with this slug.
    ///
    /// ```
    /// use auth_object::Catalog;
    ///
    /// assert_eq!(Catalog::default().find("hubspot").map(|app| app.brand), Some("HubSpot"));
    /// assert_eq!(Catalog::default().find("HubSpot"), None);
    /// ```
    pub fn find(&self, slug: &str) -> Option<&'static App> {
        match self.active.binary_search_by_key(&slug, |app| app.slug) {
            Ok(index) => self.active.get(index).copied(),
            Err(_) => builtin::find(slug),
        }
    }

    /// Returns every app, sorted by slug.
    ///
    /// ```
    /// use auth_object::Catalog;
    ///
    /// assert!(Catalog::default().apps().iter().any(|app| app.slug == "netsuite"));
    /// ```
    pub fn apps(&self) -> Vec<&'static App> {
        let mut apps = builtin::apps();
        for app in &self.active {
            put(&mut apps, app);
        }
        apps
    }

    /// Returns every name of every app.
    pub(super) fn spellings(&self) -> &[Spelling] {
        self.spellings.get_or_init(|| Spelling::all(&self.apps()))
    }

    /// Sets how many apps can be registered, and how large each may be.
    ///
    /// ```
    /// use auth_object::{Catalog, Limits, RegisterError};
    ///
    /// let mut limits = Limits::default();
    /// limits.apps = 1;
    /// let mut catalog = Catalog::default();
    /// catalog.set_limits(limits);
    /// catalog.register("acme_billing", br#"{"keybased":{"api_key":"string"}}"#)?;
    /// let error = catalog.register("acme_crm", br#"{"keybased":{"api_key":"string"}}"#);
    /// assert_eq!(error, Err(RegisterError::TooManyApps { limit: 1 }));
    /// # Ok::<(), RegisterError>(())
    /// ```
    pub const fn set_limits(&mut self, limits: Limits) {
        self.limits = limits;
    }

    /// Registers an app by its auth structure: the JSON that `GET /api/v2/public/auth-structure/{slug}` returns. It
    /// replaces an app with the same slug.
    ///
    /// An oauth2 auth type is read as the migrate-token endpoint does: one of the two tokens is enough, and the client's
    /// ID, secret and callback URL are optional, whatever the structure says. Labels and input types come from the
    /// built-in app with this slug, otherwise from a field with the same name in any app. An unknown field is a secret.
    ///
    /// # Errors
    ///
    /// Returns an error if the slug is blank or `custom`, if the auth structure does not have the documented form, or if
    /// it exceeds one of the [`Limits`].
    ///
    /// ```
    /// use auth_object::{Catalog, RegisterError};
    ///
    /// let mut catalog = Catalog::default();
    /// let app = catalog.register("acme_billing", br#"{"keybased":{"api_key":"string"}}"#)?;
    /// assert_eq!(app.auth_types[0].fields[0].label(), "API Key");
    /// assert_eq!(catalog.register("acme_billing", b"{}"), Err(RegisterError::CustomApp));
    /// # Ok::<(), RegisterError>(())
    /// ```
    pub fn register(&mut self, slug: &str, auth_structure: &[u8]) -> Result<&'static App, RegisterError> {
        let Limits { apps, app_bytes, .. } = self.limits;
        if slug.len() + auth_structure.len() > app_bytes {
            return Err(RegisterError::TooLarge { limit: app_bytes });
        }
        if text::is_blank(slug) || slug == "custom" {
            return Err(RegisterError::Slug);
        }
        let known = self.registered.iter().find(|(app, text)| app.slug == slug && **text == *auth_structure);
        let app = match known {
            Some((app, _)) => app,
            None if self.registered.len() >= apps => return Err(RegisterError::TooManyApps { limit: apps }),
            None => {
                let app = build(slug, &structure::parse(auth_structure)?);
                self.registered.push((app, auth_structure.into()));
                app
            }
        };
        put(&mut self.active, app);
        self.spellings = Arc::default();
        Ok(app)
    }
}

impl fmt::Debug for Catalog {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let registered: Vec<_> = self.active.iter().map(|app| app.slug).collect();
        formatter.debug_struct("Catalog").field("registered", &registered).finish_non_exhaustive()
    }
}

/// Puts an app into a list that is sorted by slug. It replaces the app with the same slug.
fn put(apps: &mut Vec<&'static App>, app: &'static App) {
    let found = apps.binary_search_by(|known| known.slug.cmp(app.slug));
    match found.map(|index| apps.get_mut(index)) {
        Ok(Some(place)) => *place = app,
        Ok(None) => {}
        Err(index) => apps.insert(index, app),
    }
}

fn build(slug: &str, structure: &Structure<'_>) -> &'static App {
    let old = builtin::find(slug);
    let mut auth_types = Vec::new();
    for (name, stated) in structure {
        auth_types.push(auth_type(old, &name.decode(), stated));
    }
    let auth_types = auth_types.leak();
    let app = match old {
        Some(&App { slug, name, brand, category, aliases, other_names, .. }) => {
            App { slug, name, brand, category, aliases, other_names, auth_types }
        }
        None => {
            let name = leak(&title_case(slug));
            App { slug: leak(slug), name, brand: name, category: "Other", aliases: &[], other_names: &[], auth_types }
        }
    };
    Box::leak(Box::new(app))
}

fn auth_type(old: Option<&'static App>, name: &str, stated: &Stated<'_>) -> AuthType {
    let old_type = old.and_then(|old| old.auth_type(name));
    let mut fields = Vec::new();
    let mut required = 0;
    for (index, (name, is_required)) in stated.iter().enumerate() {
        fields.push(field(old, old_type, &name.decode()));
        required |= u64::from(*is_required) << index;
    }
    let mut auth_type = AuthType {
        name: old_type.map_or_else(|| leak(name), |old| old.name),
        basis: Basis::Live,
        fields: fields.leak(),
        required,
        any_of: &[],
    };
    if name == "oauth2" {
        relax(&mut auth_type, old_type);
    }
    auth_type
}

/// Reads an oauth2 auth type as the migrate-token endpoint does.
fn relax(oauth2: &mut AuthType, old: Option<&'static AuthType>) {
    let mut any_of = Vec::new();
    for token in ["access_token", "refresh_token"] {
        any_of.extend(mask(oauth2, [token]));
    }
    for &set in old.map_or(&[][..], |old| old.any_of) {
        let known = old.and_then(|old| mask(oauth2, old.fields_of(set).map(|field| field.name)));
        any_of.extend(known.filter(|set| !any_of.contains(set)));
    }
    if any_of.is_empty() {
        return;
    }
    oauth2.any_of = any_of.leak();
    for optional in ["access_token", "refresh_token", "client_id", "client_secret", "callback_url"] {
        oauth2.required &= !mask(oauth2, [optional]).unwrap_or(0);
    }
}

/// Returns the bitmask of these fields, or `None` if one of them is missing.
fn mask(auth_type: &AuthType, names: impl IntoIterator<Item = &'static str>) -> Option<u64> {
    let mut mask = 0;
    for name in names {
        mask |= 1 << auth_type.position(name)?;
    }
    Some(mask)
}

fn field(old: Option<&'static App>, old_type: Option<&'static AuthType>, name: &str) -> &'static Field {
    let own = old_type.and_then(|auth_type| named(auth_type, name));
    if let Some(field) = own.or_else(|| find_field(old?, name)) {
        return field;
    }
    // The formats and addresses of another app do not apply.
    let other = builtin::apps().into_iter().find_map(|app| find_field(app, name));
    let input = other.map_or(Input::Password, |field| field.input);
    Box::leak(Box::new(Field {
        name: other.map_or_else(|| leak(name), |field| field.name),
        label: None,
        secret: other.is_none_or(|field| field.secret),
        input: if input == Input::Select { Input::Text } else { input },
        options: &[],
        formats: &[],
        address: if input == Input::Url { Address::Url } else { Address::None },
    }))
}

fn find_field(app: &App, name: &str) -> Option<&'static Field> {
    app.auth_types.iter().find_map(|auth_type| named(auth_type, name))
}

fn named(auth_type: &AuthType, name: &str) -> Option<&'static Field> {
    auth_type.fields.get(auth_type.position(name)?).copied()
}

fn leak(text: &str) -> &'static str {
    String::leak(text.into())
}
