//! The shape of an auth_object.

use serde::Serialize;

/// The two shapes of an auth_object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// One key naming the auth type, its fields inside (migrate-token.md).
    Typed,
    /// The fields alone (migrate-token-for-a-linked-account.md).
    Flat,
}
