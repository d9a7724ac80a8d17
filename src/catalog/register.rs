//! Apps loaded at run time, from the documented auth structure of an app: they win over the compiled ones.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{PoisonError, RwLock};

use super::structure::{self, Structure};
use super::title::title_case;
use super::{Address, App, AuthType, Basis, Field, Input, RegisterError, compiled};

/// Everything registered so far. What is put in stays in memory to the end of the process: apps are handed out for
/// good. The same structure put in again takes no more.
struct Registry {
    /// By slug.
    active: Vec<&'static App>,
    /// Also what was replaced since.
    known: Vec<(&'static App, Structure)>,
}

static REGISTRY: RwLock<Registry> = RwLock::new(Registry { active: Vec::new(), known: Vec::new() });
/// Spares the lock as long as nothing is registered.
static ANY: AtomicBool = AtomicBool::new(false);

/// Registers an app under its slug by its auth structure, the JSON text that
/// `GET /api/v2/public/auth-structure/{slug}` answers. It replaces the app of that slug.
///
/// An oauth2 auth type is read as the migrate-token endpoint does: one of the two tokens is enough, and the client's
/// id, secret and callback URL are optional, whatever the structure says. Labels, secrecy and the like are taken from
/// the app that was there, else from any app's field of that name; an unknown field counts as secret.
pub fn register(slug: &str, auth_structure: &[u8]) -> Result<&'static App, RegisterError> {
    if slug.trim().is_empty() || slug == "custom" {
        return Err(RegisterError::Slug);
    }
    let structure = structure::parse(auth_structure)?;
    let mut registry = REGISTRY.write().unwrap_or_else(PoisonError::into_inner);
    let known = registry.known.iter().find(|(app, known)| app.slug == slug && *known == structure);
    let app = match known {
        Some((app, _)) => app,
        None => {
            let app = build(slug, &structure);
            registry.known.push((app, structure));
            app
        }
    };
    match registry.active.binary_search_by_key(&slug, |app| app.slug) {
        Ok(index) => registry.active.iter_mut().skip(index).take(1).for_each(|place| *place = app),
        Err(index) => registry.active.insert(index, app),
    }
    ANY.store(true, Ordering::Release);
    Ok(app)
}

/// The registered app of that slug.
pub(super) fn find(slug: &str) -> Option<&'static App> {
    if !ANY.load(Ordering::Acquire) {
        return None;
    }
    let registry = REGISTRY.read().unwrap_or_else(PoisonError::into_inner);
    let index = registry.active.binary_search_by_key(&slug, |app| app.slug).ok()?;
    registry.active.get(index).copied()
}

/// Every app, the registered ones in the place of the compiled ones, in the order of slugs.
pub fn apps() -> Vec<&'static App> {
    let registry = REGISTRY.read().unwrap_or_else(PoisonError::into_inner);
    let mut apps: Vec<&'static App> = registry.active.iter().copied().chain(&compiled::APPS).collect();
    apps.sort_by_key(|app| app.slug); // stable: the registered one stays in front
    apps.dedup_by_key(|app| app.slug);
    apps
}

fn build(slug: &str, structure: &Structure) -> &'static App {
    let old = compiled::find(slug);
    let auth_types: Vec<AuthType> = structure.iter().map(|(name, fields)| auth_type(old, name, fields)).collect();
    let slug = old.map_or_else(|| leak(slug.into()), |old| old.slug);
    Box::leak(Box::new(App {
        slug,
        name: old.map_or_else(|| leak(title_case(slug)), |old| old.name),
        category: old.map_or("Other", |old| old.category),
        aliases: old.map_or(&[], |old| old.aliases),
        auth_types: Vec::leak(auth_types),
    }))
}

fn auth_type(old: Option<&'static App>, name: &str, stated: &[(String, bool)]) -> AuthType {
    let old_type = old.and_then(|old| old.auth_types.iter().find(|known| known.name == name));
    let fields: Vec<&'static Field> = stated.iter().map(|(name, _)| field(old, old_type, name)).collect();
    let mut required = mask(stated, |(_, required)| *required);
    let mut any_of = Vec::new();
    if name == OAUTH2 {
        let place = |wanted: &str| mask(stated, |(name, _)| name == wanted);
        let mut add = |set: u64| {
            if set != 0 && !any_of.contains(&set) {
                any_of.push(set);
            }
        };
        add(place("access_token"));
        add(place("refresh_token"));
        for &set in old_type.map_or(&[][..], |old| old.any_of) {
            let names = old_type.iter().flat_map(|old| old.fields_of(set));
            let places: Vec<u64> = names.map(|field| place(field.name)).collect();
            add(if places.contains(&0) { 0 } else { places.iter().sum() });
        }
        if !any_of.is_empty() {
            required &= !mask(stated, |(name, _)| OPTIONAL_IN_OAUTH2.contains(&name.as_str()));
        }
    }
    AuthType {
        name: old_type.map_or_else(|| leak(name.into()), |old| old.name),
        basis: Basis::Live,
        fields: Vec::leak(fields),
        required,
        any_of: Vec::leak(any_of),
    }
}

const OAUTH2: &str = "oauth2";
const OPTIONAL_IN_OAUTH2: [&str; 5] = ["access_token", "refresh_token", "client_id", "client_secret", "callback_url"];

fn mask(stated: &[(String, bool)], wanted: impl Fn(&(String, bool)) -> bool) -> u64 {
    stated.iter().rev().fold(0, |mask, field| mask << 1 | u64::from(wanted(field)))
}

fn field(old: Option<&'static App>, old_type: Option<&'static AuthType>, name: &str) -> &'static Field {
    let fields = |auth_types: &'static [AuthType]| auth_types.iter().flat_map(|known| known.fields.iter().copied());
    let own = old_type.into_iter().flat_map(|known| known.fields.iter().copied());
    let own = own.chain(old.into_iter().flat_map(|old| fields(old.auth_types))).find(|field| field.name == name);
    if let Some(field) = own {
        return field;
    }
    // Another app's formats and addresses say nothing about this one.
    let other = compiled::APPS.iter().flat_map(|app| fields(app.auth_types)).find(|field| field.name == name);
    let input = other.map_or(Input::Password, |field| field.input);
    Box::leak(Box::new(Field {
        name: other.map_or_else(|| leak(name.into()), |field| field.name),
        label: None,
        secret: other.is_none_or(|field| field.secret),
        input: if input == Input::Select { Input::Text } else { input },
        options: &[],
        formats: &[],
        address: if input == Input::Url { Address::Url } else { Address::None },
    }))
}

fn leak(text: String) -> &'static str {
    String::leak(text)
}
