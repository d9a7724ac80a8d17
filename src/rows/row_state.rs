//! The state of a check between two rows.

use std::sync::Arc;

use super::accounts::Accounts;
use super::cache::{OutcomeCache, RowShape};
use super::counts::AppCounts;
use super::hint_counts::HintCounts;
use super::mapping::Target;
use super::{CheckedRow, ColumnMatch, Mapping, ReadColumn, Rejection, Report, RowOptions};
use crate::context::{Context, Trust};
use crate::limits::Limits;
use crate::request::Shape;
use crate::text::redact;

/// The state of a check between two rows: counts, never a row.
#[derive(Default)]
pub(super) struct RowState {
    pub options: RowOptions,
    /// How many rows are listed before the reader stops.
    pub most_rows: usize,
    /// The number of issues and hints of the rows that are listed.
    listed_issues: usize,
    pub mapping: Option<Mapping>,
    /// The number of rows of JSON that have each source of the mapping.
    pub found: Vec<u64>,
    /// The buffer for the request of a row of JSON with a mapping.
    pub mapped: Vec<u8>,
    /// Whether the first row of JSON was compared with the exports of other platforms.
    pub is_recognized: bool,
    pub report: Report,
    pub counts: AppCounts,
    pub hints: HintCounts,
    pub accounts: Accounts,
    pub cache: OutcomeCache,
    /// The options for which `cache` is valid.
    cached_for: Option<CachedOptions>,
    /// The number of calls of the editor.
    pub edits: u32,
    /// The rejection of the last row, and the cached one of a row that is checked again because it may have hints: rows
    /// of a table are often rejected for the same reasons.
    pub last_rejection: Option<Arc<Rejection>>,
    /// The rejection of the last row that could not be read.
    pub last_fault: Option<Arc<Rejection>>,
    pub csv: Option<Box<CsvScratch>>,
}

/// Buffers for a row of CSV, used again for each row.
#[derive(Default)]
pub(super) struct CsvScratch {
    pub row_shape: RowShape,
    pub json: Vec<u8>,
    pub starts: Vec<usize>,
}

/// The options on which the cached outcomes depend. The caller's lookups themselves are called for each row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct CachedOptions {
    shape: Option<Shape>,
    trust: Trust,
    hints: bool,
    /// Whether a row must have a linked account.
    has_accounts: bool,
    limits: Limits,
}

impl RowState {
    pub fn new(options: RowOptions) -> Self {
        Self { options, most_rows: usize::MAX, ..Self::default() }
    }

    /// Empties the cache if its outcomes do not apply to the rows that follow.
    pub fn use_context(&mut self, context: &Context<'_>) {
        let options = CachedOptions {
            shape: context.shape,
            trust: context.trust,
            hints: context.hints,
            has_accounts: context.linked_accounts.is_some(),
            limits: context.limits,
        };
        if self.cached_for != Some(options) {
            self.cached_for = Some(options);
            self.cache = OutcomeCache::default();
        }
    }

    pub const fn is_unreadable(&self) -> bool {
        self.report.unreadable.is_some()
    }

    /// Returns the number of rows so far.
    pub fn total(&self) -> u64 {
        self.counts.sum().total
    }

    pub fn list(&mut self, row: CheckedRow) {
        self.listed_issues += row.rejection().map_or(0, |rejection| rejection.issues.len()) + row.hints().len();
        self.report.rows.push(row);
    }

    /// Returns `true` if the reader should stop until the listed rows are taken. Rows of a wide table may have hundreds of
    /// issues and hints each.
    #[inline(always)]
    pub fn is_full(&self) -> bool {
        const MOST_ISSUES_PER_ROW: usize = 4;
        self.report.rows.len() >= self.most_rows
            || self.listed_issues >= self.most_rows.saturating_mul(MOST_ISSUES_PER_ROW)
    }

    /// Returns the rows that were listed since the last call.
    pub fn take_rows(&mut self) -> Vec<CheckedRow> {
        self.listed_issues = 0;
        std::mem::take(&mut self.report.rows)
    }

    /// Returns the whole report.
    pub fn end(mut self) -> Report {
        let report = std::mem::take(&mut self.report);
        self.counted(report)
    }

    /// Returns the report of the rows so far.
    pub fn report(&self) -> Report {
        self.counted(self.report.clone())
    }

    fn counted(&self, mut report: Report) -> Report {
        let sum = self.counts.sum();
        report.total = sum.total;
        report.accepted = sum.accepted;
        report.rejected = sum.rejected;
        report.likely = sum.likely;
        report.by_app = self.counts.by_app();
        report.hints = self.hints.kinds();
        report.hint_causes = self.hints.causes();
        report.columns = self.mapped_keys();
        report
    }

    /// Returns the sources of the mapping.
    fn mapped_keys(&self) -> Vec<ReadColumn> {
        let sources = self.mapping.as_ref().map_or(&[][..], Mapping::sources);
        let read = sources.iter().zip(&self.found).map(|(source, rows)| {
            let is_read = source.target != Target::Ignore;
            ReadColumn {
                column: redact::key(&source.name).into_owned(),
                field: is_read.then(|| source.target.to_string()),
                by: if is_read { ColumnMatch::Map } else { ColumnMatch::Ignored },
                rows: Some(*rows),
            }
        });
        read.collect()
    }
}
