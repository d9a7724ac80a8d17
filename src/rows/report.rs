//! The report of many rows.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{AccountCounts, CheckedRow, FileFormat, HintCause, HintCount, RowCode, Unreadable};
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
    /// The columns of a CSV header that are read as another name.
    pub columns: Vec<RenamedColumn>,
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

fn unreadable<S: Serializer>(reason: &Option<Unreadable>, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct WithHelp<'a> {
        #[serde(flatten)]
        reason: &'a Unreadable,
        help: String,
    }
    reason.as_ref().map(|reason| WithHelp { reason, help: reason.to_string() }).serialize(serializer)
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

/// A column of a CSV header that is read as another name.
///
/// ```
/// use auth_object::Checker;
///
/// let mut rows = Checker::default().rows();
/// rows.push(b"Slug,Access Token\nslack,fake-token\n");
/// let columns = rows.end().columns;
/// assert_eq!((&*columns[1].column, &*columns[1].field), ("Access Token", "access_token"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RenamedColumn {
    /// The name in the header. It is redacted if it looks like a secret.
    pub column: String,
    /// The name that it is read as.
    pub field: String,
}
