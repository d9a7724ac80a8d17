//! The two shapes of an auth_object.

use serde::Serialize;

/// The shape of an auth_object.
///
/// ```
/// use auth_object::{Checker, Request, Shape};
///
/// let verdict = Checker::default().check(&Request::form("slack", br#"{"oauth2":{"access_token":"fake-token"}}"#));
/// assert_eq!(verdict.shape, Some(Shape::Typed));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Shape {
    /// One key that names the auth type, with its fields inside (migrate-token.md).
    Typed,
    /// The fields alone (migrate-token-for-a-linked-account.md).
    Flat,
}
