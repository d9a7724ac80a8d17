//! The formats of files.

use serde::Serialize;

/// The format of a file of rows. `Display` writes the name that it has in JSON.
///
/// ```
/// use auth_object::rows::Format;
///
/// assert_eq!(Format::Ndjson.to_string(), "ndjson");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Format {
    /// A JSON object a line.
    Ndjson,
    /// A JSON array of objects, or JSON objects one after another over any number of lines.
    Json,
    /// Comma-separated values with a header. The delimiter may also be a semicolon or a tab.
    Csv,
}
