//! The names in a file, and what they mean.

use std::fmt;
use std::sync::Arc;

use super::field_part::FieldPart;
use super::mapping_error::MappingError;
use super::target::Target;
use crate::catalog::Catalog;
use crate::rows::push_string::push_string;

/// Which column or key of a file has which part of a request, and values for rows that lack one.
///
/// A target is `slug`, `linked_account_id`, `auth_type`, `auth_object`, a field such as `access_token`, a field of an auth
/// type such as `oauth2.access_token`, or `ignore`. A source is the name of a CSV column, in any case and punctuation, or the
/// exact key of a JSON row. A dot in it leads to a key of an inner object: `app.name_slug`.
///
/// ```
/// use auth_object::{Catalog, Checker, rows::Mapping};
///
/// let map = [("app.name", "slug"), ("token", "oauth2.access_token")];
/// let mapping = Mapping::new(map, [("linked_account_id", "account:1")], &Catalog::default())?;
/// let mut rows = Checker::default().rows().with_mapping(mapping);
/// rows.push(b"{\"app\":{\"name\":\"hubspot\"},\"token\":\"fake-token\"}\n");
/// assert_eq!(rows.end().accepted, 1);
/// # Ok::<(), auth_object::rows::MappingError>(())
/// ```
#[derive(Clone)]
pub struct Mapping(Arc<Parts>);

struct Parts {
    sources: Vec<Source>,
    /// Targets, and values as JSON strings.
    constants: Vec<(Target, Vec<u8>)>,
    /// The names of all auth types.
    auth_types: Vec<&'static str>,
}

/// A column or key, and what it contains.
pub(in crate::rows) struct Source {
    pub name: String,
    pub target: Target,
}

impl Mapping {
    /// Returns a mapping. `map` has sources and their targets, `set` has targets and the value for each row that lacks
    /// one. Fields must be in the catalogue, which has registered apps too.
    ///
    /// ```
    /// use auth_object::{Catalog, rows::Mapping};
    ///
    /// let error = Mapping::new([("token", "acess_token")], [], &Catalog::default()).unwrap_err();
    /// assert_eq!(error.code(), "unknown_target");
    /// assert!(error.to_string().contains("Did you mean access_token?"));
    /// ```
    pub fn new<'m>(
        map: impl IntoIterator<Item = (&'m str, &'m str)>,
        set: impl IntoIterator<Item = (&'m str, &'m str)>,
        catalog: &Catalog,
    ) -> Result<Self, MappingError> {
        let mut sources: Vec<Source> = Vec::new();
        for (name, target) in map {
            let target = Target::parse(target, catalog)?;
            if name.trim().is_empty() {
                return Err(MappingError::Blank { target: target.to_string() });
            }
            if target != Target::Ignore && sources.iter().any(|source| source.target == target) {
                return Err(MappingError::SameTarget { target: target.to_string() });
            }
            sources.push(Source { name: name.trim().to_owned(), target });
        }
        let mut constants: Vec<(Target, Vec<u8>)> = Vec::new();
        for (target, value) in set {
            let target = Target::parse(target, catalog)?;
            if matches!(target, Target::AuthObject | Target::Ignore) {
                return Err(MappingError::NotSettable { target: target.to_string() });
            }
            if crate::text::is_blank(value) {
                return Err(MappingError::Blank { target: target.to_string() });
            }
            if constants.iter().any(|(other, _)| *other == target) {
                return Err(MappingError::SameTarget { target: target.to_string() });
            }
            let mut json = Vec::new();
            push_string(&mut json, value.as_bytes());
            constants.push((target, json));
        }
        let mut auth_types = Vec::new();
        for one in catalog.apps().iter().flat_map(|app| app.auth_types) {
            if !auth_types.contains(&one.name) {
                auth_types.push(one.name);
            }
        }
        Ok(Self(Arc::new(Parts { sources, constants, auth_types })))
    }

    pub(in crate::rows) fn sources(&self) -> &[Source] {
        &self.0.sources
    }

    /// Returns the value for rows that lack the target, as a JSON string.
    pub(in crate::rows) fn constant(&self, target: &Target) -> Option<&[u8]> {
        self.0.constants.iter().find_map(|(other, json)| (other == target).then_some(json.as_slice()))
    }

    /// Returns the fields that rows without them get, with their auth type, name and value as a JSON string.
    pub(in crate::rows) fn field_constants(&self) -> impl Iterator<Item = FieldPart<'_>> {
        self.0.constants.iter().filter_map(|(target, json)| match target {
            Target::Field { auth_type, name } => Some(FieldPart { auth_type: *auth_type, name, json }),
            _ => None,
        })
    }

    /// Returns `true` if the auth_object may be made of parts.
    pub(in crate::rows) fn makes_auth_object(&self) -> bool {
        let is_part = |target: &Target| matches!(target, Target::AuthType | Target::Field { .. });
        self.0.sources.iter().any(|source| is_part(&source.target))
            || self.0.constants.iter().any(|(one, _)| is_part(one))
    }

    pub(super) fn is_auth_type(&self, name: &str) -> bool {
        self.0.auth_types.contains(&name)
    }
}

impl fmt::Debug for Mapping {
    /// Does not print the values, which may be secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sources = self.0.sources.iter().map(|Source { name, target }| (name, target));
        let constants = self.0.constants.iter().map(|(target, _)| target);
        formatter
            .debug_tuple("Mapping")
            .field(&sources.collect::<Vec<_>>())
            .field(&constants.collect::<Vec<_>>())
            .finish()
    }
}
