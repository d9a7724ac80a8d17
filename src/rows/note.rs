//! What a person should know about a file whose rows were read.

use std::fmt;

use serde::Serialize;

/// What a person should know about a file whose rows were read. `Display` writes it.
///
/// ```
/// use auth_object::Checker;
///
/// let mut rows = Checker::default().rows();
/// rows.push(b"{\"data\":[{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\"fake-token\"}}]}");
/// assert_eq!(rows.end().notes[0].to_string(), "The rows are in \"data\", inside another object.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "note", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Note {
    /// The rows are in an array inside of an object.
    Wrapped {
        /// The redacted keys that lead to the array, joined by dots.
        key: String,
    },
    /// The object around the rows shows that there may be more of them.
    MorePages {
        /// The redacted key that shows it.
        key: String,
    },
    /// JSON has comments, which were skipped.
    Comments {
        /// The line of the first one.
        line: u64,
    },
    /// A JSON array has a comma before its closing bracket.
    TrailingComma {
        /// The line of the bracket.
        line: u64,
    },
}

impl fmt::Display for Note {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wrapped { key } => write!(formatter, "The rows are in \"{key}\", inside another object."),
            Self::MorePages { key } => {
                write!(
                    formatter,
                    "This may be one page of several, because it has \"{key}\". Make sure that the file has every row."
                )
            }
            Self::Comments { line } => write!(
                formatter,
                "Line {line} has a comment, which JSON does not allow. Comments were skipped here, but other programs cannot read the file."
            ),
            Self::TrailingComma { line } => write!(
                formatter,
                "Line {line} has a comma before a closing bracket, which JSON does not allow. It was skipped here, but other programs cannot read the file."
            ),
        }
    }
}
