//! A mapping that cannot be used.

use std::error::Error;
use std::fmt;

/// Why a mapping cannot be used. `Display` writes what to do, without a value.
///
/// ```
/// use auth_object::{Catalog, rows::Mapping};
///
/// let error = Mapping::new([("app", "slug"), ("provider", "slug")], [], &Catalog::default()).unwrap_err();
/// assert_eq!(error.to_string(), "Two names are given for slug. Give one.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MappingError {
    /// The target is neither a part of a row nor a field of an app.
    UnknownTarget {
        /// The target. It is redacted if it looks like a secret.
        target: String,
        /// The target that was probably meant.
        suggestion: Option<String>,
    },
    /// Two columns, keys or values have the same target.
    SameTarget {
        /// The target.
        target: String,
    },
    /// The name of a column or key, or a value to set, is blank.
    Blank {
        /// The target.
        target: String,
    },
    /// The target can only be a column or key.
    NotSettable {
        /// The target.
        target: String,
    },
}

impl MappingError {
    /// Returns the code of the error.
    ///
    /// ```
    /// let error = auth_object::rows::MappingError::SameTarget { target: "slug".into() };
    /// assert_eq!(error.code(), "same_target");
    /// ```
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownTarget { .. } => "unknown_target",
            Self::SameTarget { .. } => "same_target",
            Self::Blank { .. } => "blank",
            Self::NotSettable { .. } => "not_settable",
        }
    }
}

impl fmt::Display for MappingError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownTarget { target, suggestion } => {
                write!(formatter, "\"{target}\" is unknown. ")?;
                match suggestion {
                    Some(suggestion) => write!(formatter, "Did you mean {suggestion}?"),
                    None => formatter.write_str(
                        "Use slug, linked_account_id, auth_type, auth_object, ignore, a field of an app such as access_token, or a field of an auth type such as oauth2.access_token.",
                    ),
                }
            }
            Self::SameTarget { target } => write!(formatter, "Two names are given for {target}. Give one."),
            Self::Blank { target } => write!(formatter, "The name or value for {target} is blank. Give one."),
            Self::NotSettable { target } => {
                write!(formatter, "{target} cannot be set. Set slug, linked_account_id, auth_type or a field.")
            }
        }
    }
}

impl Error for MappingError {}
