//! The codes of rejected rows.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::verdict::Code;

/// Why a row is rejected: a rule of the endpoint, or that the row cannot be read. `Display` writes the name that it has in
/// JSON.
///
/// ```
/// use auth_object::{Code, rows::RowCode};
///
/// assert_eq!(RowCode::Rule(Code::UnknownApp).to_string(), "unknown_app");
/// assert_eq!(RowCode::InvalidCsv.to_string(), "invalid_csv");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RowCode {
    /// A rule of the endpoint.
    Rule(Code),
    /// The row of CSV cannot be read.
    InvalidCsv,
    /// The row has more than [`Limits`](crate::Limits) allows.
    TooLarge,
}

impl RowCode {
    /// The number of codes.
    pub(super) const COUNT: usize = Code::ALL.len() + 2;

    /// Returns every code, in the order of the report.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        Code::ALL.into_iter().map(Self::Rule).chain([Self::InvalidCsv, Self::TooLarge])
    }

    /// Returns the place of the code in [`RowCode::all`].
    pub(super) const fn index(self) -> usize {
        match self {
            Self::Rule(code) => code as usize,
            Self::InvalidCsv => Code::ALL.len(),
            Self::TooLarge => Code::ALL.len() + 1,
        }
    }
}

impl fmt::Display for RowCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rule(code) => code.fmt(formatter),
            Self::InvalidCsv => formatter.write_str("invalid_csv"),
            Self::TooLarge => formatter.write_str("too_large"),
        }
    }
}

impl Serialize for RowCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Rule(code) => code.serialize(serializer),
            Self::InvalidCsv => serializer.serialize_str("invalid_csv"),
            Self::TooLarge => serializer.serialize_str("too_large"),
        }
    }
}
