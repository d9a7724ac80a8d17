//! Rows that cannot be read, and files that cannot be read.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

use super::RowCode;
use crate::limits::{Limit, Limits};
use crate::request::Fault;
use crate::verdict::Code;

/// Why a row cannot be read.
///
/// ```
/// use auth_object::rows::RowFault;
///
/// let fault = RowFault::TooManyCells { columns: 3, cells: 4 };
/// assert_eq!(fault.code().to_string(), "invalid_csv");
/// assert_eq!(fault.message(), "The row has 4 cells, but the header has 3 columns.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum RowFault {
    /// A quote is opened in a row of CSV and never closed.
    NotClosed,
    /// A quoted value of CSV goes on after its closing quote.
    Misquoted,
    /// A row of CSV has more cells than the header has columns.
    TooManyCells {
        /// The number of columns.
        columns: usize,
        /// The number of cells.
        cells: usize,
    },
    /// A row of CSV has one cell, which is not the slug of an app.
    OneCell {
        /// The number of columns.
        columns: usize,
    },
    /// A row of CSV is not UTF-8.
    NotUtf8,
    /// A row of CSV has a value in the column `auth_object` and in the columns of fields.
    ObjectAndFields,
    /// The cell `auth_object` looks like a JSON object, but is not valid JSON.
    ObjectCell {
        /// What is wrong.
        what: Fault,
        /// The character of the cell, counted from 1.
        character: u32,
    },
    /// The row has two values for one target of a [`Mapping`](super::Mapping).
    TwoValues {
        /// The target.
        target: String,
        /// Whether the row is one of CSV.
        #[serde(skip)]
        is_csv: bool,
    },
    /// A comma is missing before an element of a JSON array.
    MissingComma,
    /// An element of a JSON array is missing before a comma or a bracket.
    MissingElement,
    /// There is more after the end of a JSON array.
    AfterArray,
    /// A JSON array is not closed.
    ArrayNotClosed,
    /// The row exceeds one of the [`Limits`].
    TooLarge {
        /// The limit.
        what: Limit,
        /// Its value.
        limit: usize,
    },
}

impl RowFault {
    /// Returns the fault of a row that exceeds a limit.
    pub(super) const fn too_large(what: Limit, limits: &Limits) -> Self {
        Self::TooLarge { what, limit: limits.get(what) }
    }

    /// Returns the code under which the report counts the row.
    pub const fn code(&self) -> RowCode {
        match self {
            Self::NotClosed
            | Self::Misquoted
            | Self::TooManyCells { .. }
            | Self::OneCell { .. }
            | Self::NotUtf8
            | Self::ObjectAndFields
            | Self::ObjectCell { .. } => RowCode::InvalidCsv,
            Self::TwoValues { is_csv: true, .. } => RowCode::InvalidCsv,
            Self::TwoValues { .. }
            | Self::MissingComma
            | Self::MissingElement
            | Self::AfterArray
            | Self::ArrayNotClosed => RowCode::Rule(Code::InvalidJson),
            Self::TooLarge { .. } => RowCode::TooLarge,
        }
    }

    /// Returns what is wrong.
    pub fn message(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::NotClosed => "A quote is opened in this row and never closed.",
            Self::Misquoted => "A value in quotes goes on after its closing quote.",
            Self::TooManyCells { columns, cells } => {
                return format!("The row has {cells} cells, but the header has {columns} columns.").into();
            }
            Self::OneCell { columns } => {
                return format!("The row has 1 cell, but the header has {columns} columns.").into();
            }
            Self::NotUtf8 => "The row is not valid UTF-8.",
            Self::ObjectAndFields => "The row has an auth_object and values in the columns of fields.",
            Self::ObjectCell { .. } => "The cell auth_object is not valid JSON.",
            Self::TwoValues { target, .. } => return format!("The row has two values for {target}.").into(),
            Self::MissingComma | Self::MissingElement | Self::AfterArray | Self::ArrayNotClosed => {
                crate::rules::invalid_json::MESSAGE
            }
            Self::TooLarge { .. } => "The row is too large to be checked.",
        })
    }

    /// Returns what is wrong and what to do.
    pub fn help(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::NotClosed => {
                "Close the quote, or write a quote that belongs to the value twice (\"\"). The next line is read as a row of its own."
            }
            Self::Misquoted => {
                "Put the whole value in quotes, and write a quote that belongs to the value twice (\"\")."
            }
            Self::TooManyCells { .. } => "Put a value that contains the delimiter, a quote or a line break in quotes.",
            Self::OneCell { .. } => "It is probably the rest of a value with a line break. Put such a value in quotes.",
            Self::NotUtf8 => "Save the file as UTF-8, or name its encoding, for example windows-1252.",
            Self::ObjectAndFields => "Use either the column auth_object or one column for each field.",
            Self::ObjectCell { what, character } => {
                return format!("{} (character {character} of the cell)", what.help()).into();
            }
            Self::TwoValues { target, .. } => {
                return format!(
                    "Only one column or key can be {target}. Map the other one to ignore, which may be {target} itself, or remove it."
                )
                .into();
            }
            Self::MissingComma => "A comma is missing before this element of the array.",
            Self::MissingElement => "An element of the array is missing: there is a comma too many.",
            Self::AfterArray => "There is more after the end of the array. It was not read.",
            Self::ArrayNotClosed => "The array is not closed. The file was probably cut off.",
            Self::TooLarge { what, limit } => {
                let is_long = *what == Limit::RequestBytes;
                let cause = if is_long { " A quote or a line break may be missing." } else { "" };
                return what.help(*limit, "The row", cause).into();
            }
        })
    }
}

/// Why a file cannot be read at all. `Display` writes what to do.
///
/// ```
/// use auth_object::Checker;
///
/// let mut rows = Checker::default().rows();
/// rows.push(b"hello, world\n");
/// let report = rows.end();
/// assert!(report.unreadable.unwrap().to_string().contains("neither JSON nor CSV"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum Unreadable {
    /// It is neither JSON nor CSV with a column `slug`.
    NoFormat,
    /// It is UTF-16. The npm package decodes it.
    Utf16,
    /// Its first bytes are those of another format.
    Binary {
        /// What it is, and what to do.
        #[serde(skip)]
        what: &'static str,
    },
    /// It is text in another format.
    OtherFormat {
        /// What it is, and what to do.
        #[serde(skip)]
        what: &'static str,
    },
    /// The header of CSV has no column `slug`.
    NoSlug {
        /// The number of columns.
        columns: usize,
    },
    /// Two columns of CSV have the same name.
    SameColumn {
        /// The first of them, counted from 1.
        first: usize,
        /// The second, counted from 1.
        second: usize,
    },
    /// A [`Mapping`](super::Mapping) names a column that CSV does not have.
    NoColumn {
        /// Its name. It is redacted if it looks like a secret.
        column: String,
    },
    /// Two columns of CSV have the same target.
    SameTarget {
        /// The first of them, counted from 1.
        first: usize,
        /// The second, counted from 1.
        second: usize,
        /// The target.
        target: String,
    },
    /// The header of CSV cannot be read.
    Header {
        /// Why not.
        fault: RowFault,
    },
}

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFormat => formatter.write_str(
                "is neither JSON nor CSV with a column \"slug\": NDJSON starts with {, a JSON array with [, CSV with a header row. If it is one of them, name the format.",
            ),
            Self::Utf16 => formatter.write_str("is UTF-16, not UTF-8. Save it as UTF-8."),
            Self::Binary { what } | Self::OtherFormat { what } => formatter.write_str(what),
            Self::NoSlug { columns } => {
                let s = if *columns == 1 { "" } else { "s" };
                write!(
                    formatter,
                    "has a CSV header ({columns} column{s}) without a column \"slug\". The columns are slug, linked_account_id, auth_type, and the fields or auth_object. If it is not CSV, name the format."
                )
            }
            Self::SameColumn { first, second } => {
                write!(formatter, "has two columns with the same name in its CSV header: {first} and {second}.")
            }
            Self::NoColumn { column } => {
                write!(formatter, "has no column \"{column}\" in its CSV header. Map a column that it has.")
            }
            Self::SameTarget { first, second, target } => write!(
                formatter,
                "has two columns for {target} in its CSV header: {first} and {second}. Map one of them to ignore."
            ),
            Self::Header { fault } => {
                formatter.write_str("has a CSV header that cannot be read. ")?;
                match fault {
                    RowFault::NotClosed => formatter.write_str("A quote in it is not closed."),
                    _ if fault.code() == RowCode::TooLarge => formatter.write_str(&fault.help()),
                    _ => write!(formatter, "{} {}", fault.message(), fault.help()),
                }
            }
        }
    }
}
