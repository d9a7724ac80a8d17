//! The types of JSON values.

use serde::Serialize;

/// A JSON type.
///
/// ```
/// assert_eq!(auth_object::Kind::Number.to_string(), "number");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}
