//! How the rows of a file are checked and which of them are listed.

use super::FileFormat;

/// How the rows of a file are checked, and which of them are listed.
///
/// ```
/// use auth_object::{Checker, rows::{FileFormat, List, RowOptions}};
///
/// let mut options = RowOptions::default();
/// options.format = Some(FileFormat::Csv);
/// options.list = List::All;
/// let mut rows = Checker::default().rows_with(options);
/// assert_eq!(rows.push(b"slug,access_token\nslack,fake-token\n").len(), 1);
/// ```
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct RowOptions {
    /// The format. If it is `None`, it follows from the beginning of the file.
    pub format: Option<FileFormat>,
    /// The format if the beginning of the file does not show it, for example from the file's name.
    pub fallback: Option<FileFormat>,
    /// The rows to list.
    pub list: List,
    /// Whether the file is a part of another. Its accounts are then returned, not compared.
    #[doc(hidden)]
    pub is_segment: bool,
}

/// Which rows are listed.
///
/// ```
/// use auth_object::rows::List;
///
/// assert_eq!(List::default(), List::Rejected);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum List {
    /// The rejected rows.
    #[default]
    Rejected,
    /// The rejected rows, and the accepted rows with a hint.
    Hinted,
    /// Every row.
    All,
}
