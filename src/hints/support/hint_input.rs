//! What the hints check.

use std::borrow::Cow;

use crate::catalog::{App, AuthType, Field};
use crate::request::Environment;
use crate::verdict::Path;

/// A key of an auth_object whose value is a string.
pub struct HintValue<'a> {
    /// The decoded key.
    pub key: Cow<'a, str>,
    /// The app's field of that name, if there is one.
    pub field: Option<&'static Field>,
    /// The decoded value.
    pub text: Cow<'a, str>,
}

/// The strings of a request.
pub struct HintInput<'a> {
    /// The app, if the slug is known.
    pub app: Option<&'static App>,
    /// The auth type that the auth_object is read as.
    pub auth_type: Option<&'static AuthType>,
    /// The path of the object that has the values: `["auth_object"]` or `["auth_object", "oauth2"]`.
    pub root: Path,
    /// The keys whose values are strings, in any order.
    pub values: &'a [HintValue<'a>],
    /// The environment, if the `x-api-key` or the context names it.
    pub environment: Option<Environment>,
    /// Seconds since the epoch; 0 if the time is unknown.
    pub now: u64,
}

impl HintInput<'_> {
    pub(in crate::hints) fn has(&self, key: &str) -> bool {
        self.values.iter().any(|value| value.key == key)
    }
}
