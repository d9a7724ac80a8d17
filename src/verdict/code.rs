//! The codes of the rules.

use std::fmt;

use serde::Serialize;

/// The rules, in the order of their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // each is documented in its file under rules/
pub enum Code {
    InvalidCredentials,
    LinkedAccountIdRequired,
    InvalidJson,
    SlugRequired,
    CustomApp,
    UnknownApp,
    LinkedAccountNotFound,
    AuthObjectRequired,
    AuthType,
    InvalidValue,
    Oauth2Fields,
    KeybasedFields,
    VerificationFailed,
}

impl Code {
    /// Every code, in the order of the rules.
    pub const ALL: [Self; 13] = [
        Self::InvalidCredentials,
        Self::LinkedAccountIdRequired,
        Self::InvalidJson,
        Self::SlugRequired,
        Self::CustomApp,
        Self::UnknownApp,
        Self::LinkedAccountNotFound,
        Self::AuthObjectRequired,
        Self::AuthType,
        Self::InvalidValue,
        Self::Oauth2Fields,
        Self::KeybasedFields,
        Self::VerificationFailed,
    ];
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(formatter)
    }
}
