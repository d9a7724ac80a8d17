//! The report of many rows.

use std::sync::Arc;

use serde::ser::{SerializeMap, SerializeStruct};
use serde::{Serialize, Serializer};

use crate::verdict::{Code, Path};

/// The report of many rows: counts, and the rejected rows.
///
/// ```
/// use auth_object::{Checker, Code};
///
/// let mut rows = Checker::default().rows();
/// let rejected = rows.push(b"{\"slug\":\"slack\",\"auth_object\":{\"access_token\":7}}\n");
/// let report = rows.end();
/// assert_eq!((report.total, report.accepted, report.rejected), (1, 0, 1));
/// assert_eq!(report.by_code[Code::InvalidValue as usize], 1);
/// // `push` has returned the rejected row.
/// assert_eq!((rejected.len(), report.rejected_rows.len()), (1, 0));
/// ```
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Report {
    /// The number of rows, without blank lines.
    pub total: u64,
    /// The number of rows that the endpoint would accept.
    pub accepted: u64,
    /// The number of rows that the endpoint would reject.
    pub rejected: u64,
    /// The number of rows that each rule rejects, in the order of [`Code::ALL`].
    #[serde(serialize_with = "by_code")]
    pub by_code: [u64; Code::ALL.len()],
    /// The counts of each app, sorted by slug. Apps that the catalogue does not have are counted as `(unknown)`.
    #[serde(serialize_with = "by_app")]
    pub by_app: Vec<(&'static str, RowCounts)>,
    /// The rejected rows that [`RowChecker::push`](super::RowChecker::push) has not returned, in the order of the file.
    #[serde(rename = "failures")]
    pub rejected_rows: Vec<RejectedRow>,
}

impl Report {
    /// Adds a rejected row. The caller counts its app and the total.
    pub(super) fn reject(&mut self, row: RejectedRow) {
        if let Some(count) = self.by_code.get_mut(row.rejection.code as usize) {
            *count += 1;
        }
        self.rejected += 1;
        self.rejected_rows.push(row);
    }
}

fn by_code<S: Serializer>(counts: &[u64], serializer: S) -> Result<S::Ok, S::Error> {
    let counted = Code::ALL.iter().zip(counts).filter(|(_, count)| **count > 0);
    let mut map = serializer.serialize_map(None)?;
    for (code, count) in counted {
        map.serialize_entry(code, count)?;
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
#[derive(Clone, Copy, Debug, Default, Serialize)]
#[non_exhaustive]
pub struct RowCounts {
    /// The number of rows.
    pub total: u64,
    /// The number of rows that the endpoint would accept.
    pub accepted: u64,
    /// The number of rows that the endpoint would reject.
    pub rejected: u64,
}

/// A rejected row.
///
/// ```
/// use auth_object::Checker;
///
/// let mut rows = Checker::default().rows();
/// let rejected = rows.push(b"\n{\"slug\":\"slack\",\"linked_account_id\":\"account:12345\",\"auth_object\":{}}\n");
/// assert_eq!(rejected[0].line, 2);
/// assert_eq!(rejected[0].linked_account_id.as_deref(), Some("account:12345"));
/// ```
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RejectedRow {
    /// The line, counted from 1. Blank lines count.
    pub line: u64,
    /// The linked account of the row.
    pub linked_account_id: Option<String>,
    /// Why the row is rejected. Rows that only differ in their values share it.
    pub rejection: Arc<Rejection>,
}

/// Why a row is rejected: the first rule that fails.
///
/// ```
/// use auth_object::{Checker, Code};
///
/// let mut rows = Checker::default().rows();
/// let rejected = rows.push(b"{\"slug\":\"slack\",\"auth_object\":{\"access_token\":7}}\n");
/// let rejection = &rejected[0].rejection;
/// assert_eq!((rejection.code, rejection.slug.as_deref()), (Code::InvalidValue, Some("slack")));
/// assert_eq!(rejection.path, ["auth_object", "access_token"]);
/// ```
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rejection {
    /// The slug of the row.
    pub slug: Option<String>,
    /// The code of the rule.
    pub code: Code,
    /// The message with which the endpoint answers.
    pub message: String,
    /// The place in the row.
    pub path: Path,
}

impl Serialize for RejectedRow {
    /// Writes one flat object, without absent members.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Rejection { slug, code, message, path } = &*self.rejection;
        let mut fields = serializer.serialize_struct("RejectedRow", 6)?;
        fields.serialize_field("line", &self.line)?;
        if let Some(slug) = slug {
            fields.serialize_field("slug", slug)?;
        }
        if let Some(id) = &self.linked_account_id {
            fields.serialize_field("linked_account_id", id)?;
        }
        fields.serialize_field("code", code)?;
        fields.serialize_field("message", message)?;
        fields.serialize_field("path", path)?;
        fields.end()
    }
}
