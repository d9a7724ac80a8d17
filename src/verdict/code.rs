//! The codes of the rules.

use serde::Serialize;

/// The code of a rule. Codes compare in the order in which the endpoint checks the rules.
///
/// `Display` writes the name that the code has in JSON.
///
/// ```
/// use auth_object::Code;
///
/// assert_eq!(Code::UnknownApp.to_string(), "unknown_app");
/// assert!(Code::InvalidCredentials < Code::InvalidJson);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Code {
    /// Rule 1: the header `x-api-key` is missing, blank or unknown.
    InvalidCredentials,
    /// Rule 2: the header `linked_account_id` is missing or blank.
    LinkedAccountIdRequired,
    /// Rule 3: the body is not a JSON object.
    InvalidJson,
    /// Rule 4: `slug` is missing, blank or not a string.
    SlugRequired,
    /// Rule 5: the app is a custom app.
    CustomApp,
    /// Rule 6: the slug has no schema.
    UnknownApp,
    /// Rule 7: the linked account does not exist.
    LinkedAccountNotFound,
    /// Rule 8: `auth_object` is missing or not an object.
    AuthObjectRequired,
    /// Rule 9: a typed auth_object does not have exactly one auth type of the app.
    AuthType,
    /// Rule 10: a value is blank or not a string.
    InvalidValue,
    /// Rule 11: a field of `oauth2` is missing or unknown.
    Oauth2Fields,
    /// Rule 12: a field of `keybased`, or of an auth type other than `oauth2`, is missing or unknown.
    KeybasedFields,
    /// Rule 13: the app rejects the credentials.
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
