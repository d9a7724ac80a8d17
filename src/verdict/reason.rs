//! Why a rule fails: a closed list of reasons with parameters.
//!
//! [`super::help`] writes a reason in English. Translations use the same parameters.

use std::borrow::Cow;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::limits::Limit;
use crate::request::{Fault, Kind};

/// The name of a field, a label, or a redacted key.
pub type Name = Cow<'static, str>;

/// Why a rule fails. No parameter contains a credential.
///
/// ```
/// use auth_object::{Checker, Reason, Request};
///
/// let verdict = Checker::default().check(&Request::form("copper", br#"{"keybased":{"api_token":"fake-token"}}"#));
/// let Reason::Missing { label, .. } = &verdict.issues()[0].reason else { panic!("a missing field") };
/// assert_eq!(label, "Email Address");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum Reason {
    /// A header, a member of the body or a required field is missing.
    Missing {
        /// Its name.
        field: Name,
        /// Its label on a form.
        label: Name,
        /// The redacted key that was probably meant.
        #[serde(skip_serializing_if = "Option::is_none")]
        key: Option<Name>,
    },
    /// No set of `any_of` is complete.
    IncompleteSet {
        /// The app, as its vendor writes it.
        app: &'static str,
        /// Every set, by the names of its fields.
        sets: Vec<Vec<&'static str>>,
        /// The set with the most fields given. The first one wins a tie.
        closest: Vec<&'static str>,
        /// The missing fields of that set.
        lacking: Vec<&'static str>,
        /// The labels of all fields in the sets.
        #[serde(serialize_with = "as_map")]
        labels: Vec<(&'static str, Name)>,
    },
    /// The auth type has no such field.
    UnknownField {
        /// The app, as its vendor writes it.
        app: &'static str,
        /// The auth type that the auth_object is read as.
        auth_type: &'static str,
        /// The redacted key.
        key: Name,
        /// The fields of the auth type.
        permitted: Vec<&'static str>,
        /// The field that was probably meant.
        #[serde(skip_serializing_if = "Option::is_none")]
        suggestion: Option<&'static str>,
        /// Another auth type of the app that has this field.
        #[serde(skip_serializing_if = "Option::is_none")]
        other_auth_type: Option<&'static str>,
        /// Whether only a flat auth_object rejects the field.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        typed_only: bool,
    },
    /// A string is empty or all white space.
    Blank {
        /// The name of the field.
        field: Name,
        /// Its label on a form.
        label: Name,
        /// Whether the request is complete without it.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        optional: bool,
    },
    /// A value has the wrong JSON type.
    WrongType {
        /// The name of the field.
        field: Name,
        /// Its label on a form.
        label: Name,
        /// The type that it must have.
        expected: Kind,
        /// The type that it has.
        actual: Kind,
    },
    /// The key of a typed auth_object is not an auth type of the app.
    UnknownAuthType {
        /// The app, as its vendor writes it.
        app: &'static str,
        /// The redacted key.
        key: Name,
        /// The auth types of the app.
        permitted: Vec<&'static str>,
        /// The auth type that was probably meant.
        #[serde(skip_serializing_if = "Option::is_none")]
        suggestion: Option<&'static str>,
    },
    /// A typed auth_object has several keys.
    SeveralAuthTypes {
        /// The app, as its vendor writes it.
        app: &'static str,
        /// The auth types of the app.
        permitted: Vec<&'static str>,
    },
    /// A typed auth_object has no key that is an auth type.
    NoAuthType {
        /// The app, as its vendor writes it.
        app: &'static str,
        /// The auth types of the app.
        permitted: Vec<&'static str>,
    },
    /// The catalogue has no schema for the slug.
    UnknownApp {
        /// The redacted slug.
        slug: Name,
        /// The slug that was probably meant.
        #[serde(skip_serializing_if = "Option::is_none")]
        suggestion: Option<&'static str>,
        /// The name of the app, if the platform has it but its fields are not public.
        #[serde(skip_serializing_if = "Option::is_none")]
        app: Option<&'static str>,
    },
    /// The body is not valid JSON.
    NotJson {
        /// What is wrong.
        what: Fault,
        /// The line, counted from 1.
        line: u32,
        /// The column, counted from 1 in UTF-16 code units, as editors do.
        column: u32,
    },
    /// The body exceeds one of the [`Limits`](crate::Limits).
    TooLarge {
        /// The limit.
        what: Limit,
        /// Its value.
        limit: usize,
    },
    /// The body is valid JSON, but not an object.
    NotObject {
        /// The type that it has.
        actual: Kind,
    },
    /// The `x-api-key` is not one of the known keys.
    UnknownKey,
    /// The linked account is not one of the known accounts.
    UnknownAccount,
    /// The endpoint does not accept custom apps.
    CustomApp,
    /// A JavaScript value cannot be written as JSON.
    NotSerialisable {
        /// Why not.
        what: Fault,
    },
    /// The caller's verifier rejected the credentials.
    Verification,
}

impl Reason {
    /// Returns the field, auth type or slug that was probably meant.
    ///
    /// ```
    /// use auth_object::{Checker, Request};
    ///
    /// let verdict = Checker::default().check(&Request::form("hubspt", b"{}"));
    /// assert_eq!(verdict.issues()[0].reason.suggestion(), Some("hubspot"));
    /// ```
    pub const fn suggestion(&self) -> Option<&'static str> {
        match self {
            Self::UnknownField { suggestion, .. }
            | Self::UnknownAuthType { suggestion, .. }
            | Self::UnknownApp { suggestion, .. } => *suggestion,
            _ => None,
        }
    }
}

fn as_map<S: Serializer>(labels: &[(&'static str, Name)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(labels.len()))?;
    for (field, label) in labels {
        map.serialize_entry(field, label)?;
    }
    map.end()
}
