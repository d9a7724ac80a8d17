//! The part of a request that a column or key has.

use std::fmt;

use super::mapping_error::MappingError;
use crate::catalog::{AuthType, Catalog, suggest};
use crate::text::{is_same_name, redact};

/// A part of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::rows) enum Target {
    /// The slug.
    Slug,
    /// The linked account ID.
    Account,
    /// The auth type.
    AuthType,
    /// The whole auth_object.
    AuthObject,
    /// None: the value is left out.
    Ignore,
    /// A field, maybe of a certain auth type.
    Field {
        /// The auth type.
        auth_type: Option<&'static str>,
        /// The field.
        name: &'static str,
    },
}

const OWN: [(&str, Target); 5] = [
    ("slug", Target::Slug),
    ("linked_account_id", Target::Account),
    ("auth_type", Target::AuthType),
    ("auth_object", Target::AuthObject),
    ("ignore", Target::Ignore),
];

impl Target {
    /// Returns the name without an auth type.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Field { name, .. } => name,
            own => OWN.iter().find(|(_, one)| one == own).map_or("", |(name, _)| name),
        }
    }

    /// Reads a target: one of the names above, a field that an app has, or `TYPE.FIELD`.
    pub(super) fn parse(text: &str, catalog: &Catalog) -> Result<Self, MappingError> {
        let apps = catalog.apps();
        let types = || apps.iter().flat_map(|app| app.auth_types);
        if let Some((_, own)) = OWN.into_iter().find(|(own, _)| *own == text) {
            return Ok(own);
        }
        let (type_name, field) = text.split_once('.').map_or((None, text), |(name, field)| (Some(name), field));
        let of_type = || types().filter(|one| type_name.is_none_or(|name| name == one.name));
        let find = |auth_type: &'static AuthType| auth_type.fields.iter().find(|one| one.name == field);
        if let Some((auth_type, found)) = of_type().find_map(|one| Some((one.name, find(one)?.name))) {
            return Ok(Self::Field { auth_type: type_name.map(|_| auth_type), name: found });
        }
        // A synonym is another credential in many apps, so only a name that is spelled nearly alike is suggested.
        let own = OWN.iter().find(|(own, _)| is_same_name(own, text)).map(|(own, _)| (*own).to_owned());
        let suggestion = own.or_else(|| {
            let field = suggest::spelling(of_type().flat_map(|one| one.fields).map(|one| one.name), field)?;
            Some(type_name.map_or_else(|| field.to_owned(), |name| format!("{name}.{field}")))
        });
        Err(MappingError::UnknownTarget { target: redact::key(text).into_owned(), suggestion })
    }
}

impl fmt::Display for Target {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::Field { auth_type: Some(auth_type), .. } = self {
            write!(formatter, "{auth_type}.")?;
        }
        formatter.write_str(self.name())
    }
}
