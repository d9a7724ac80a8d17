//! Resolves a request against the catalogue: finds its app, auth type and fields. The rules work on the result.

use std::borrow::Cow;

use crate::catalog::{App, AuthType, Field};
use crate::context::Context;
use crate::request::{AuthObject, Body, Entry, Environment, JsonString, Kind, Members, Request, Shape, Value};
use crate::verdict::{Certainty, Path};

/// A request with its app, auth type and fields.
#[derive(Debug)]
pub struct Resolved<'r, 'a> {
    /// The request.
    pub request: &'r Request<'a>,
    /// Its body.
    pub body: &'r Body<'r, 'a>,
    /// What the caller knows.
    pub context: &'r Context<'r>,
    /// The members of the body, or `None` if it is not a JSON object.
    pub members: Option<&'r Members<'a>>,
    /// The slug, or `None` if it is missing, blank or not a string.
    pub slug: Option<Cow<'a, str>>,
    /// Whether the slug names a custom app, and how certain that is.
    pub custom: Option<Certainty>,
    /// The app with that slug.
    pub app: Option<&'static App>,
    /// The layout of the auth_object.
    pub layout: Layout<'a>,
    /// The auth type of the auth_object.
    pub auth_type: Option<&'static AuthType>,
    /// The entries that should be fields.
    pub entries: &'r [Entry<'a>],
    /// Bit `i` is set if `entries` has `auth_type.fields[i]`.
    pub present: u64,
    /// The number of `entries` that are not fields of the auth type.
    pub unknown: usize,
    /// The fields in `entries` that are only allowed in the typed shape.
    pub typed_only: u64,
}

/// The layout of an auth_object.
#[derive(Clone, Copy, Debug)]
pub enum Layout<'a> {
    /// It is not an object.
    None,
    /// Only fields.
    Flat,
    /// One key whose value is an object.
    Typed(JsonString<'a>),
    /// Several keys whose values are all objects.
    NotOneKey,
    /// The context asks for the typed shape, but it is empty or has several keys that are not auth types.
    NoAuthType,
    /// The context asks for the typed shape, but the value of its only key is not an object. The kind is given if the
    /// key is an auth type.
    NoObjectInside(JsonString<'a>, Option<Kind>),
}

impl<'r, 'a> Resolved<'r, 'a> {
    /// Resolves a request against the catalogue of the context.
    pub fn new(request: &'r Request<'a>, body: &'r Body<'r, 'a>, context: &'r Context<'r>) -> Self {
        let members = match body {
            Body::Object(members) => Some(*members),
            Body::Invalid(_) => None,
        };
        let slug = slug(request, members);
        let is_custom = slug.as_deref().is_some_and(|slug| is_custom(slug, context));
        let app = slug.as_deref().filter(|_| !is_custom).and_then(|slug| context.catalog.find(slug));
        let custom = match slug.as_deref() {
            Some(_) if is_custom => Some(Certainty::Certain),
            Some(slug) if app.is_none() && slug.starts_with("custom-") => Some(Certainty::Likely),
            _ => None,
        };
        let mut resolved = Self {
            request,
            body,
            context,
            members,
            slug,
            custom,
            app,
            layout: Layout::None,
            auth_type: None,
            entries: &[],
            present: 0,
            unknown: 0,
            typed_only: 0,
        };
        if let Some(members) = members
            && members.auth_object.value.is_object()
        {
            resolved.resolve_fields(&members.auth_object);
        }
        resolved
    }

    fn resolve_fields(&mut self, auth_object: &'r AuthObject<'a>) {
        self.layout = layout(auth_object, self.context.shape, self.app);
        match self.layout {
            Layout::Flat => {
                self.entries = auth_object.entries.as_slice();
                let Some(app) = self.app else { return };
                let fit = app.auth_types.iter().map(|auth_type| Fit::flat(auth_type, self.entries)).reduce(Fit::better);
                if let Some(fit) = fit {
                    self.take(&fit);
                }
            }
            Layout::Typed(key) => {
                self.entries = auth_object.inner.as_slice();
                let Some(app) = self.app else { return };
                if let Some(auth_type) = app.auth_types.iter().find(|auth_type| key.is(auth_type.name)) {
                    self.take(&Fit::new(auth_type, self.entries));
                }
            }
            Layout::None | Layout::NotOneKey | Layout::NoAuthType | Layout::NoObjectInside(..) => {}
        }
    }

    fn take(&mut self, fit: &Fit) {
        self.auth_type = Some(fit.auth_type);
        self.present = fit.present;
        self.unknown = fit.unknown;
        self.typed_only = fit.typed_only;
    }

    /// Returns the shape of the auth_object.
    pub const fn shape(&self) -> Option<Shape> {
        match self.layout {
            Layout::None => None,
            Layout::Flat => Some(Shape::Flat),
            Layout::Typed(_) | Layout::NotOneKey | Layout::NoAuthType | Layout::NoObjectInside(..) => {
                Some(Shape::Typed)
            }
        }
    }

    /// Returns the environment. The prefix of the API key shows it (`pk` production, `tk` test), otherwise the context.
    pub fn environment(&self) -> Option<Environment> {
        match self.request.api_key.and_then(|key| key.get(..2)) {
            Some("pk") => Some(Environment::Production),
            Some("tk") => Some(Environment::Test),
            _ => self.context.environment,
        }
    }

    /// Returns the path of the object that contains the fields.
    pub fn root(&self) -> Path {
        let mut root = vec![Cow::Borrowed("auth_object")];
        if let Layout::Typed(key) = self.layout {
            root.push(match self.auth_type {
                Some(auth_type) => Cow::Borrowed(auth_type.name),
                None => redacted(key),
            });
        }
        root
    }

    /// Returns the path of a key of the object that contains the fields.
    pub fn path_to(&self, key: Cow<'static, str>) -> Path {
        let mut path = self.root();
        path.push(key);
        path
    }

    /// Returns the index of the field that an entry is.
    #[inline(always)]
    pub fn field_of(&self, entry: &Entry<'_>) -> Option<usize> {
        self.auth_type.and_then(|auth_type| position(auth_type, entry.key, 0))
    }
}

/// Returns a key, redacted if it may be a secret.
pub fn redacted(key: JsonString<'_>) -> Cow<'static, str> {
    Cow::Owned(crate::text::redact::key(&key.decode()).into_owned())
}

/// Returns `true` if the slug names a custom app.
pub fn is_custom(slug: &str, context: &Context<'_>) -> bool {
    slug == "custom" || context.custom_apps.is_some_and(|custom_apps| custom_apps(slug))
}

fn slug<'a>(request: &Request<'a>, members: Option<&Members<'a>>) -> Option<Cow<'a, str>> {
    match members.map(|members| members.slug) {
        None | Some(Value::Absent) => request.slug.map(JsonString::unescaped),
        Some(Value::String(slug)) => Some(slug),
        Some(_) => None,
    }
    .filter(|slug| !slug.is_blank())
    .map(JsonString::decode)
}

/// Returns the layout of an auth_object. If the context does not give the shape, an object whose values are all objects
/// is typed; with several keys it is a broken typed object. Everything else is flat.
fn layout<'a>(auth_object: &AuthObject<'a>, shape: Option<Shape>, app: Option<&App>) -> Layout<'a> {
    let entries = auth_object.entries.as_slice();
    let all_objects = entries.iter().all(|entry| entry.value.is_object());
    match (shape, entries) {
        (Some(Shape::Flat), _) => Layout::Flat,
        (_, [only]) if only.value.is_object() => Layout::Typed(only.key),
        (_, [_, _, ..]) if all_objects => Layout::NotOneKey,
        (None, _) => Layout::Flat,
        (Some(Shape::Typed), [only]) => {
            let names_auth_type = app.is_some_and(|app| app.auth_types.iter().any(|one| only.key.is(one.name)));
            Layout::NoObjectInside(only.key, only.value.kind().filter(|_| names_auth_type))
        }
        (Some(Shape::Typed), _) => Layout::NoAuthType,
    }
}

/// How well an auth type fits the keys of an auth_object.
struct Fit {
    auth_type: &'static AuthType,
    present: u64,
    unknown: usize,
    typed_only: u64,
    complete: bool,
}

impl Fit {
    fn new(auth_type: &'static AuthType, entries: &[Entry<'_>]) -> Self {
        let mut present = 0;
        let mut unknown = 0;
        let mut next = 0;
        for entry in entries {
            match position(auth_type, entry.key, next) {
                Some(index) => {
                    present |= 1 << index;
                    next = index + 1;
                }
                None => unknown += 1,
            }
        }
        let complete = auth_type.is_satisfied_by(present) && unknown == 0;
        Self { auth_type, present, unknown, typed_only: 0, complete }
    }

    /// A flat oauth2 object may have client fields only if a complete set contains them.
    fn flat(auth_type: &'static AuthType, entries: &[Entry<'_>]) -> Self {
        let mut fit = Self::new(auth_type, entries);
        let client = auth_type.client_fields() & fit.present;
        if client != 0 {
            let complete = auth_type.any_of.iter().filter(|set| *set & !fit.present == 0);
            fit.typed_only = client & !complete.fold(0, |all, set| all | set);
            fit.complete &= fit.typed_only == 0;
        }
        fit
    }

    /// Returns the better fit: complete before incomplete, then the one with more fields given, then `oauth2`. If client
    /// fields complete one of the auth types, the smaller complete set wins, then `keybased`.
    fn better(self, other: Self) -> Self {
        let has_client = |fit: &Self| fit.auth_type.client_fields() & fit.present != 0;
        let is_better = if self.complete && other.complete && (has_client(&self) || has_client(&other)) {
            let rank = |fit: &Self| (fit.set_len(), fit.auth_type.name != "keybased");
            rank(&other) < rank(&self)
        } else {
            let rank = |fit: &Self| (fit.complete, fit.present.count_ones(), fit.auth_type.name == "oauth2");
            rank(&other) > rank(&self)
        };
        if is_better { other } else { self }
    }

    /// Returns the number of fields in the smallest complete set, including the required fields.
    fn set_len(&self) -> u32 {
        let sets = self.auth_type.any_of.iter().filter(|set| *set & !self.present == 0);
        let smallest = sets.map(|set| set.count_ones()).min().unwrap_or(0);
        self.auth_type.required.count_ones() + smallest
    }
}

/// Returns the index of the field with the name `key`. Keys are mostly in the order of the schema, so the search starts
/// at `next`.
fn position(auth_type: &AuthType, key: JsonString<'_>, next: usize) -> Option<usize> {
    let named = |field: &&&Field| key.is(field.name);
    let (before, after) = auth_type.fields.split_at_checked(next)?;
    match after.iter().position(|field| named(&field)) {
        Some(index) => Some(next + index),
        None => before.iter().position(|field| named(&field)),
    }
}
