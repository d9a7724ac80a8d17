//! A row of a file after its check.

use std::fmt;
use std::sync::Arc;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::{RowCode, RowFault};
use crate::verdict::{Certainty, Hint, Issue, Path, TextBasis};

/// A row after its check.
///
/// ```
/// use auth_object::Checker;
///
/// let mut rows = Checker::default().rows();
/// let rejected = rows.push(b"\n{\"slug\":\"slack\",\"linked_account_id\":\"account:12345\",\"auth_object\":{}}\n");
/// assert_eq!(rejected[0].line, 2);
/// assert_eq!(rejected[0].linked_account_id.as_deref(), Some("account:12345"));
/// assert_eq!((rejected[0].start, rejected[0].end, rejected[0].line_end), (1, 70, 1));
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CheckedRow {
    /// The line in which it begins, counted from 1. Blank lines count.
    pub line: u64,
    /// Its first byte in the file. A byte order mark counts.
    pub start: u64,
    /// The byte after it, without its line end.
    pub end: u64,
    /// The length of its line end in bytes: 0, 1 or 2.
    pub line_end: u8,
    /// Its linked account. It is only given for rejected rows and rows with hints.
    pub linked_account_id: Option<String>,
    /// Whether the endpoint would accept it.
    pub outcome: RowOutcome,
    /// The row after its repair, if it was repaired.
    pub repaired: Option<Repaired>,
    /// An accepted row of JSON with a [`Mapping`](super::Mapping), unless it was repaired.
    pub mapped: Option<Mapped>,
}

/// A row of JSON after a [`Mapping`](super::Mapping): an object with `slug`, `linked_account_id` and `auth_object`.
///
/// ```
/// use auth_object::{Catalog, Checker, rows::{List, Mapping, RowOptions}};
///
/// let mut options = RowOptions::default();
/// options.list = List::All;
/// let mapping = Mapping::new([("app", "slug"), ("token", "access_token")], [], &Catalog::default())?;
/// let mut rows = Checker::default().rows_with(options).with_mapping(mapping);
/// let listed = rows.push(b"{\"app\":\"slack\",\"token\":\"fake-token\"}\n");
/// let mapped = listed[0].mapped.as_ref().unwrap();
/// assert_eq!(mapped.text, br#"{"slug":"slack","auth_object":{"access_token":"fake-token"}}"#);
/// # Ok::<(), auth_object::rows::MappingError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mapped {
    /// The row as JSON, without a line end.
    pub text: Vec<u8>,
}

impl fmt::Debug for Mapped {
    /// Does not print the row, because it contains secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Mapped").finish_non_exhaustive()
    }
}

/// Whether the endpoint would accept a row.
///
/// ```
/// use auth_object::{Checker, rows::RowOutcome};
///
/// let mut rows = Checker::default().rows();
/// let rejected = rows.push(b"{\"slug\":\"slack\",\"auth_object\":{\"access_token\":7}}\n");
/// assert!(matches!(rejected[0].outcome, RowOutcome::Rejected { .. }));
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum RowOutcome {
    /// The endpoint would accept it.
    Accepted {
        /// Its slug. It is only given if there are hints.
        slug: Option<String>,
        /// Warnings.
        hints: Vec<Hint>,
    },
    /// The endpoint would reject it, or it cannot be read.
    Rejected {
        /// Why. Rows that only differ in their values share it.
        rejection: Arc<Rejection>,
        /// Warnings, which may explain the rejection.
        hints: Vec<Hint>,
    },
}

/// Why a row is rejected.
///
/// ```
/// use auth_object::{Checker, Code, rows::{RowCode, RowOutcome}};
///
/// let mut rows = Checker::default().rows();
/// let rejected = rows.push(b"{\"slug\":\"slack\",\"auth_object\":{\"access_token\":7}}\n");
/// let rejection = rejected[0].rejection().unwrap();
/// assert_eq!(rejection.slug.as_deref(), Some("slack"));
/// assert_eq!(rejection.issues[0].code(), RowCode::Rule(Code::InvalidValue));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Rejection {
    /// The slug of the row. It is redacted if it is unknown and looks like a secret.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    /// Whether the rejection depends on a guess.
    pub certainty: Certainty,
    /// Every failure. The endpoint answers with the first. Never empty.
    pub issues: Vec<RowIssue>,
}

impl Rejection {
    /// Returns the code of the first failure.
    ///
    /// ```
    /// use auth_object::Checker;
    ///
    /// let mut rows = Checker::default().rows();
    /// let rejected = rows.push(b"not JSON\n{}\n");
    /// assert_eq!(rejected[0].rejection().unwrap().code().to_string(), "invalid_json");
    /// ```
    pub fn code(&self) -> RowCode {
        self.issues.first().map_or(RowCode::TooLarge, RowIssue::code)
    }
}

/// One reason why a row is rejected.
///
/// ```
/// use auth_object::{Checker, rows::RowIssue};
///
/// let mut rows = Checker::default().rows();
/// let rejected = rows.push(b"slug,access_token\nslack,fake-token,too,many\n");
/// let issue = &rejected[0].rejection().unwrap().issues[0];
/// assert!(matches!(issue, RowIssue::Fault(_)));
/// assert_eq!(issue.message(), "The row has 4 cells, but the header has 2 columns.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RowIssue {
    /// A rule of the endpoint fails.
    Rule(Issue),
    /// The row cannot be read.
    Fault(RowFault),
}

impl RowIssue {
    /// Returns the code.
    ///
    /// ```
    /// use auth_object::rows::{RowFault, RowIssue};
    ///
    /// assert_eq!(RowIssue::Fault(RowFault::NotClosed).code().to_string(), "invalid_csv");
    /// ```
    pub const fn code(&self) -> RowCode {
        match self {
            Self::Rule(issue) => RowCode::Rule(issue.code),
            Self::Fault(fault) => fault.code(),
        }
    }

    /// Returns the message of the endpoint, or what is wrong with the row.
    ///
    /// ```
    /// use auth_object::rows::{RowFault, RowIssue};
    ///
    /// let issue = RowIssue::Fault(RowFault::NotUtf8);
    /// assert_eq!(issue.message(), "The row is not valid UTF-8.");
    /// ```
    pub fn message(&self) -> std::borrow::Cow<'_, str> {
        match self {
            Self::Rule(issue) => (&*issue.message).into(),
            Self::Fault(fault) => fault.message(),
        }
    }

    /// Returns what is wrong and what to do.
    ///
    /// ```
    /// use auth_object::rows::{RowFault, RowIssue};
    ///
    /// let issue = RowIssue::Fault(RowFault::NotUtf8);
    /// assert!(issue.help().starts_with("Save the file as UTF-8"));
    /// ```
    pub fn help(&self) -> std::borrow::Cow<'_, str> {
        match self {
            Self::Rule(issue) => (&*issue.help).into(),
            Self::Fault(fault) => fault.help(),
        }
    }

    const fn certainty(&self) -> Certainty {
        match self {
            Self::Rule(issue) => issue.certainty,
            Self::Fault(_) => Certainty::Certain,
        }
    }
}

/// Returns `Likely` if every failure depends on a guess.
pub(super) fn certainty(issues: &[RowIssue]) -> Certainty {
    let is_likely = issues.iter().all(|issue| issue.certainty() == Certainty::Likely);
    if is_likely { Certainty::Likely } else { Certainty::Certain }
}

/// A repaired row.
///
/// ```
/// use auth_object::Checker;
///
/// let checker = Checker::default();
/// let mut rows = checker.rows();
/// let row = b"{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\" fake-token\"}}\n";
/// let mut editor = |row: &str| Some(row.replace("\" fake", "\"fake"));
/// let listed = rows.push_with(row, &checker.context(), Some(&mut editor));
/// assert!(listed[0].repaired.is_some());
/// assert_eq!(rows.end().accepted, 1);
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Repaired {
    /// The row in the format of the file, without a line end.
    pub text: Vec<u8>,
    /// Which call of the editor returned it, counted from 0.
    pub edit: u32,
}

impl fmt::Debug for Repaired {
    /// Does not print the row, because it contains secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Repaired").field("edit", &self.edit).finish_non_exhaustive()
    }
}

impl CheckedRow {
    /// Returns why the row is rejected, or `None` if it is accepted.
    ///
    /// ```
    /// use auth_object::Checker;
    ///
    /// let mut rows = Checker::default().rows();
    /// assert!(rows.push(b"{\"slug\":\"slack\",\"auth_object\":{}}\n")[0].rejection().is_some());
    /// ```
    pub fn rejection(&self) -> Option<&Rejection> {
        match &self.outcome {
            RowOutcome::Accepted { .. } => None,
            RowOutcome::Rejected { rejection, .. } => Some(rejection),
        }
    }

    /// Returns the hints.
    ///
    /// ```
    /// use auth_object::{Checker, rows::{List, RowOptions}};
    ///
    /// let mut options = RowOptions::default();
    /// options.list = List::Hinted;
    /// let mut rows = Checker::default().rows_with(options);
    /// let listed = rows.push(b"{\"slug\":\"stripe\",\"auth_object\":{\"api_key\":\"YOUR_API_KEY\"}}\n");
    /// assert_eq!(listed[0].hints()[0].code.to_string(), "placeholder");
    /// ```
    pub fn hints(&self) -> &[Hint] {
        let (RowOutcome::Accepted { hints, .. } | RowOutcome::Rejected { hints, .. }) = &self.outcome;
        hints
    }
}

impl Serialize for RowIssue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Faulty<'a> {
            code: RowCode,
            path: Path,
            message: &'a str,
            #[serde(flatten)]
            fault: &'a RowFault,
            help: &'a str,
            basis: TextBasis,
            certainty: Certainty,
        }
        match self {
            Self::Rule(issue) => issue.serialize(serializer),
            Self::Fault(fault) => {
                let member = if matches!(fault, RowFault::ObjectCell { .. }) { "auth_object" } else { "body" };
                Faulty {
                    code: fault.code(),
                    path: vec![member.into()],
                    message: &fault.message(),
                    fault,
                    help: &fault.help(),
                    basis: TextBasis::Inferred,
                    certainty: Certainty::Certain,
                }
                .serialize(serializer)
            }
        }
    }
}

impl Serialize for CheckedRow {
    /// Writes one flat object, without absent members.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (slug, issues) = match &self.outcome {
            RowOutcome::Accepted { slug, .. } => (slug, &[][..]),
            RowOutcome::Rejected { rejection, .. } => (&rejection.slug, &rejection.issues[..]),
        };
        let mut row = serializer.serialize_struct("CheckedRow", 10)?;
        row.serialize_field("line", &self.line)?;
        row.serialize_field("start", &self.start)?;
        row.serialize_field("end", &self.end)?;
        row.serialize_field("lineEnd", &self.line_end)?;
        row.serialize_field("ok", &self.rejection().is_none())?;
        if let Some(slug) = slug {
            row.serialize_field("slug", slug)?;
        }
        if let Some(id) = &self.linked_account_id {
            row.serialize_field("linked_account_id", id)?;
        }
        if let Some(rejection) = self.rejection() {
            row.serialize_field("certainty", &rejection.certainty)?;
        }
        row.serialize_field("issues", issues)?;
        row.serialize_field("hints", self.hints())?;
        row.end()
    }
}
