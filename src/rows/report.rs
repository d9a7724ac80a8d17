//! The report of many rows.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{AccountCounts, CheckedRow, Export, FileFormat, HintCause, HintCount, Note, RowCode, Unreadable};
use crate::verdict::Certainty;

/// The report of many rows: counts, and the listed rows.
///
/// ```
/// use auth_object::{Checker, Code, rows::RowCode};
///
/// let mut rows = Checker::default().rows();
/// let rejected = rows.push(b"{\"slug\":\"slack\",\"auth_object\":{\"access_token\":7}}\n");
/// let report = rows.end();
/// assert_eq!((report.total, report.accepted, report.rejected), (1, 0, 1));
/// assert_eq!(report.count(RowCode::Rule(Code::InvalidValue)), 1);
/// // `push` has returned the rejected row.
/// assert_eq!((rejected.len(), report.rows.len()), (1, 0));
/// ```
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Report {
    /// The format of the file, if it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<FileFormat>,
    /// The number of lines, blank ones included.
    pub lines: u64,
    /// The number of rows, without blank lines.
    pub total: u64,
    /// The number of rows that the endpoint would accept.
    pub accepted: u64,
    /// The number of rows that the endpoint would reject, or that cannot be read.
    pub rejected: u64,
    /// The number of rejected rows whose rejection depends on a guess.
    pub likely: u64,
    /// The number of rows that are rejected with each code, in the order of the rules. See [`Report::count`].
    #[serde(serialize_with = "by_code")]
    pub(super) by_code: [u64; RowCode::COUNT],
    /// The counts of each app, sorted by slug. Apps that the catalogue does not have are counted as `(unknown)`.
    #[serde(serialize_with = "by_app")]
    pub by_app: Vec<(&'static str, RowCounts)>,
    /// The number of accepted rows with a hint.
    pub hinted: u64,
    /// The hints of accepted rows, most rows first.
    pub hints: Vec<HintCount>,
    /// The accepted rows by the cause of their hints, in the order in which the causes came.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hint_causes: Vec<HintCause>,
    /// Rows without a linked account, and rows that repeat one.
    pub accounts: AccountCounts,
    /// What the columns of CSV are read as. For JSON, the sources of a [`Mapping`](super::Mapping).
    pub columns: Vec<ReadColumn>,
    /// The platform that exported the file, if its first row of JSON shows one. Not looked for with a
    /// [`Mapping`](super::Mapping).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub export: Option<&'static Export>,
    /// What a person should know about the file, although its rows were read. One of each kind.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "notes")]
    pub notes: Vec<Note>,
    /// Why the file cannot be read. No row after this point is in the report.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "unreadable")]
    pub unreadable: Option<Unreadable>,
    /// The number of rows that were repaired.
    pub repaired: u64,
    /// The listed rows that [`RowChecker::push`](super::RowChecker::push) has not returned, in the order of the file.
    pub rows: Vec<CheckedRow>,
    /// The number of bytes before the first row of CSV. See [`RowChecker::header_bytes`](super::RowChecker::header_bytes).
    #[serde(skip)]
    pub header_bytes: u64,
    /// The delimiter of CSV. See [`RowChecker::delimiter`](super::RowChecker::delimiter).
    #[serde(skip)]
    pub delimiter: Option<char>,
    /// The accounts and apps of a segment: the hash in two parts, and the line.
    #[doc(hidden)]
    #[serde(skip)]
    pub account_hashes: Vec<[u32; 3]>,
}

impl Report {
    /// Returns the number of rows that are rejected with a code.
    ///
    /// ```
    /// use auth_object::{Checker, rows::RowCode};
    ///
    /// let mut rows = Checker::default().rows();
    /// rows.push(b"slug,access_token\nslack,\"fake");
    /// assert_eq!(rows.end().count(RowCode::InvalidCsv), 1);
    /// ```
    pub fn count(&self, code: RowCode) -> u64 {
        self.by_code.get(code.index()).copied().unwrap_or_default()
    }
}

fn by_code<S: Serializer>(counts: &[u64], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    for (code, count) in RowCode::all().zip(counts).filter(|(_, count)| **count > 0) {
        map.serialize_entry(&code, count)?;
    }
    map.end()
}

fn by_app<S: Serializer>(counts: &[(&'static str, RowCounts)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(counts.len()))?;
    for (slug, count) in counts {
        map.serialize_entry(slug, count)?;
    }
    map.end()
}

fn notes<S: Serializer>(notes: &[Note], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(notes.iter().map(|note| WithHelp { what: note, help: note.to_string() }))
}

fn unreadable<S: Serializer>(reason: &Option<Unreadable>, serializer: S) -> Result<S::Ok, S::Error> {
    reason.as_ref().map(|reason| WithHelp { what: reason, help: reason.to_string() }).serialize(serializer)
}

/// A note or a reason with its text.
#[derive(Serialize)]
struct WithHelp<'a, T> {
    #[serde(flatten)]
    what: &'a T,
    help: String,
}

/// The counts of the rows of one app.
///
/// ```
/// use auth_object::Checker;
///
/// let mut rows = Checker::default().rows();
/// rows.push(b"{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\"fake-token\"}}\n");
/// let report = rows.end();
/// let (slug, counts) = report.by_app[0];
/// assert_eq!((slug, counts.total, counts.accepted, counts.rejected), ("slack", 1, 1, 0));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RowCounts {
    /// The number of rows.
    pub total: u64,
    /// The number of rows that the endpoint would accept.
    pub accepted: u64,
    /// The number of rows that the endpoint would reject.
    pub rejected: u64,
    /// The number of rejected rows whose rejection depends on a guess.
    pub likely: u64,
}

impl RowCounts {
    /// Counts a row. `None` is an accepted row.
    #[inline(always)]
    pub(super) fn add(&mut self, rejected: Option<Certainty>) {
        self.total += 1;
        match rejected {
            None => self.accepted += 1,
            Some(certainty) => {
                self.rejected += 1;
                self.likely += u64::from(certainty == Certainty::Likely);
            }
        }
    }
}

/// What a column of CSV, or a key of JSON that a [`Mapping`](super::Mapping) names, is read as.
///
/// ```
/// use auth_object::{Checker, rows::ColumnMatch};
///
/// let mut rows = Checker::default().rows();
/// rows.push(b"Slug,access_token\nslack,fake-token\n");
/// let columns = rows.end().columns;
/// assert_eq!((&*columns[0].column, columns[0].field.as_deref()), ("Slug", Some("slug")));
/// assert_eq!((columns[0].by, columns[1].by), (ColumnMatch::SimilarName, ColumnMatch::Name));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReadColumn {
    /// The name in the header, or the key. It is redacted if it looks like a secret.
    pub column: String,
    /// `slug`, `linked_account_id`, `auth_type`, `auth_object`, a field, or a field with its auth type. `None` if the
    /// column is unknown or ignored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Why it is read as that.
    pub by: ColumnMatch,
    /// The number of rows that have the key. `None` for CSV.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
}

/// Why a column is read as a field.
///
/// ```
/// assert_ne!(auth_object::rows::ColumnMatch::Name, auth_object::rows::ColumnMatch::Map);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ColumnMatch {
    /// It has the name.
    Name,
    /// It has the name but for case and punctuation.
    SimilarName,
    /// The mapping names it.
    Map,
    /// No app has such a field, so that rows with a value in it are rejected.
    Unknown,
    /// The mapping ignores it; or it names other columns, and no app has such a field. Its values are left out.
    Ignored,
}
