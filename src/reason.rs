//! Why a rule fails, for programs and for people: a closed list of reasons with their parameters.
//!
//! `help` words a reason in English ([`crate::help`]); another language makes its own words from the same parameters.

use std::borrow::Cow;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::request::{Fault, Kind};

/// A name: of a field, a label, or a key as it may be shown.
pub type Name = Cow<'static, str>;

/// Why a rule fails. No parameter holds a credential.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Reason {
    /// A header, a member of the body or a required field is missing.
    Missing {
        /// Its name.
        field: Name,
        /// Its label on a form.
        label: Name,
    },
    /// No set of `any_of` is complete.
    IncompleteSet {
        /// The app, as its vendor writes it.
        app: &'static str,
        /// Every set, by the names of its fields.
        sets: Vec<Vec<&'static str>>,
        /// The set with the most fields given; the first of equals.
        closest: Vec<&'static str>,
        /// The fields of that set which are missing.
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
        /// The key, as it may be shown.
        key: Name,
        /// The fields there are.
        permitted: Vec<&'static str>,
        /// The field that was probably meant.
        #[serde(skip_serializing_if = "Option::is_none")]
        suggestion: Option<&'static str>,
        /// Another auth type of the app that has this field.
        #[serde(skip_serializing_if = "Option::is_none")]
        other_auth_type: Option<&'static str>,
        /// Whether a typed auth_object permits the field, and only a flat one does not.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        typed_only: bool,
    },
    /// A string is empty, or holds nothing but white space.
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
    /// The key of a typed auth_object names no auth type of the app.
    UnknownAuthType {
        /// The app, as its vendor writes it.
        app: &'static str,
        /// The key, as it may be shown.
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
    /// A typed auth_object names no auth type.
    NoAuthType {
        /// The app, as its vendor writes it.
        app: &'static str,
        /// The auth types of the app.
        permitted: Vec<&'static str>,
    },
    /// The catalogue has no schema for the slug.
    UnknownApp {
        /// The slug, as it may be shown.
        slug: Name,
        /// The slug that was probably meant.
        #[serde(skip_serializing_if = "Option::is_none")]
        suggestion: Option<&'static str>,
        /// The name of an app that the platform has, but whose fields are not public.
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
    /// The caller's verifier rejects the credentials.
    Verification,
}

impl Reason {
    /// The name of the catalogue that was probably meant.
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
