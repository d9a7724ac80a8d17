//! The format of a file.

use serde::Serialize;

/// The format of a file of rows.
///
/// ```
/// assert_eq!(auth_object::rows::FileFormat::Ndjson.to_string(), "ndjson");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum FileFormat {
    /// One JSON object a line.
    Ndjson,
    /// One JSON array of objects, or objects one after another on any number of lines.
    Json,
    /// A header row, and then one row for each request.
    Csv,
}
