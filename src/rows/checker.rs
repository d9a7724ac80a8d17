//! Checks NDJSON in chunks.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::cache::{Bitmasks, CacheHit, OutcomeCache, RowOutcome, RowShape, WINDOW_BYTES};
use super::counts::AppCounts;
use super::{RejectedRow, Rejection, Report};
use crate::check::{find, redacted_slug};
use crate::checker::Checker;
use crate::context::{Context, Trust};
use crate::request::{Body, Members, Request, Shape, Value};
use crate::resolve::{Resolved, is_custom};
use crate::text::redact;
use crate::verdict::{Certainty, Code};

/// Checks NDJSON in chunks of any size. [`Checker::rows`] makes it. It keeps counts, never a row.
///
/// ```
/// use auth_object::Checker;
///
/// let mut rows = Checker::default().rows();
/// for chunk in ["{\"slug\":\"slack\",\"auth_ob", "ject\":{\"access_token\":7}}\n"] {
///     for row in rows.push(chunk.as_bytes()) {
///         println!("line {}: {}", row.line, row.rejection.message);
///     }
/// }
/// assert_eq!(rows.end().rejected, 1);
/// ```
pub struct RowChecker {
    checker: Checker,
    report: Report,
    counts: AppCounts,
    line: u64,
    /// The start of a row that is not complete yet.
    begun: Vec<u8>,
    cache: OutcomeCache,
    /// Why rows that are not JSON are rejected, which is the same for all of them.
    invalid: Option<Arc<Rejection>>,
    /// The options for which `cache` is valid.
    options: Option<CachedOptions>,
}

/// What is found out about the rows of a chunk; 8 kB that a checker does not keep between chunks.
#[derive(Default)]
struct Scratch {
    /// The bitmasks of the current window.
    masks: Bitmasks,
    /// The shape of the current row.
    row_shape: RowShape,
}

/// The options on which the cached outcomes depend. The caller's lookups are not here, because they are called for each
/// row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct CachedOptions {
    shape: Option<Shape>,
    trust: Trust,
}

impl Checker {
    /// Returns a checker for the rows of a file.
    ///
    /// ```
    /// use auth_object::Checker;
    ///
    /// let mut rows = Checker::default().rows();
    /// rows.push(b"{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\"fake-token\"}}\n");
    /// assert_eq!(rows.end().accepted, 1);
    /// ```
    pub fn rows(&self) -> RowChecker {
        RowChecker::new(self.clone())
    }
}

impl RowChecker {
    fn new(checker: Checker) -> Self {
        Self {
            checker,
            report: Report::default(),
            counts: AppCounts::default(),
            line: 0,
            begun: Vec::new(),
            cache: OutcomeCache::default(),
            invalid: None,
            options: None,
        }
    }

    /// Reads a chunk, which may end inside a row. Returns the rejected rows that end in it.
    ///
    /// ```
    /// use auth_object::Checker;
    ///
    /// let mut rows = Checker::default().rows();
    /// assert!(rows.push(b"{\"slug\":\"slack\",\"auth_ob").is_empty());
    /// assert_eq!(rows.push(b"ject\":{}}\n")[0].line, 1);
    /// ```
    pub fn push(&mut self, chunk: &[u8]) -> Vec<RejectedRow> {
        let checker = self.checker.clone();
        self.push_with(chunk, &checker.context())
    }

    /// Reads a chunk, as [`RowChecker::push`] does, with another context. Its `linked_accounts`, `custom_apps`, `shape` and
    /// `trust` are used. The catalogue stays that of the checker.
    ///
    /// ```
    /// use auth_object::{Checker, Shape};
    ///
    /// let checker = Checker::default();
    /// let mut context = checker.context();
    /// context.shape = Some(Shape::Flat);
    /// let mut rows = checker.rows();
    /// let row = b"{\"slug\":\"slack\",\"auth_object\":{\"oauth2\":{\"access_token\":\"fake-token\"}}}\n";
    /// assert_eq!(rows.push_with(row, &context).len(), 1);
    /// ```
    pub fn push_with(&mut self, chunk: &[u8], context: &Context<'_>) -> Vec<RejectedRow> {
        let options = Some(CachedOptions { shape: context.shape, trust: context.trust });
        if self.options != options {
            self.options = options;
            self.invalid = None;
            self.cache = OutcomeCache::default();
        }
        let checker = self.checker.clone();
        self.chunk(chunk, &mut Scratch::default(), &Context { catalog: checker.catalog(), ..*context });
        std::mem::take(&mut self.report.rejected_rows)
    }

    /// Reads the last row, which may have no line end, and returns the report. If that row is rejected, it is in the report.
    ///
    /// ```
    /// use auth_object::Checker;
    ///
    /// let mut rows = Checker::default().rows();
    /// rows.push(b"{\"slug\":\"slack\",\"auth_object\":{}}");
    /// assert_eq!(rows.end().rejected_rows[0].line, 1);
    /// ```
    pub fn end(self) -> Report {
        let checker = self.checker.clone();
        self.end_with(&checker.context())
    }

    /// Returns the report, as [`RowChecker::end`] does, with another context for the last row.
    ///
    /// ```
    /// use auth_object::{Checker, Code};
    ///
    /// let checker = Checker::default();
    /// let mut context = checker.context();
    /// context.custom_apps = Some(&|slug| slug == "acme_billing");
    /// let mut rows = checker.rows();
    /// rows.push_with(b"{\"slug\":\"acme_billing\",\"auth_object\":{}}", &context);
    /// assert_eq!(rows.end_with(&context).by_code[Code::CustomApp as usize], 1);
    /// ```
    pub fn end_with(mut self, context: &Context<'_>) -> Report {
        let row = std::mem::take(&mut self.begun);
        if !row.is_empty() {
            let checker = self.checker.clone();
            self.row(&row, 0, &RowShape::default(), &Context { catalog: checker.catalog(), ..*context });
        }
        self.report.by_app = self.counts.by_app();
        self.report
    }

    fn chunk(&mut self, chunk: &[u8], scratch: &mut Scratch, context: &Context<'_>) {
        let mut rest = chunk;
        if !self.begun.is_empty() {
            let Some(end) = memchr::memchr(b'\n', rest) else {
                self.begun.extend_from_slice(rest);
                return;
            };
            let (row, after) = rest.split_at(end + 1);
            self.begun.extend_from_slice(row);
            let mut begun = std::mem::take(&mut self.begun);
            self.rows(&begun, scratch, context);
            begun.clear();
            self.begun = begun;
            rest = after;
        }
        let rest = self.rows(rest, scratch, context);
        self.begun.extend_from_slice(rest);
    }

    /// Reads every row that ends in these bytes. Returns the rest.
    fn rows<'r>(&mut self, rows: &'r [u8], scratch: &mut Scratch, context: &Context<'_>) -> &'r [u8] {
        let mut rest = rows;
        while !rest.is_empty() {
            scratch.masks.scan(rest);
            let mut at = 0;
            while at < WINDOW_BYTES {
                if let Some(end) = self.cached_row(rest, at, scratch, context) {
                    at = end;
                    continue;
                }
                let after = rest.get(at..).unwrap_or_default();
                let Some(end) = memchr::memchr(b'\n', after) else { return after };
                if at > 0 && at + end >= WINDOW_BYTES {
                    break;
                }
                let row = after.get(..=end).unwrap_or_default();
                self.row(row, at, &scratch.row_shape, context);
                at += end + 1;
            }
            rest = rest.get(at..).unwrap_or_default();
        }
        rest
    }

    /// Reads the row that starts at `start`, if the outcome of its shape is cached, and returns the position after it.
    /// Otherwise `row_shape` is the shape of the row.
    #[inline(always)]
    fn cached_row(&mut self, rows: &[u8], start: usize, scratch: &mut Scratch, context: &Context<'_>) -> Option<usize> {
        let Scratch { masks, row_shape } = scratch;
        let end = row_shape.cut(rows, masks, start)?;
        let hit = match self.cache.lookup(row_shape) {
            Some(hit) => hit,
            None if row_shape.cut_numbers() => self.cache.lookup(row_shape)?,
            None => return None,
        };
        if hit.is_accepted && context.custom_apps.is_none() && context.linked_accounts.is_none() {
            self.line += 1;
            self.report.total += 1;
            self.counts.add(hit.app, true);
            self.report.accepted += 1;
        } else {
            self.rejected_row(hit, rows, row_shape, context)?;
        }
        Some(end)
    }

    /// Reads a row with a cached outcome that is rejected, or that depends on the caller's lookups.
    fn rejected_row(
        &mut self,
        hit: CacheHit,
        rows: &[u8],
        row_shape: &mut RowShape,
        context: &Context<'_>,
    ) -> Option<()> {
        let outcome = self.cache.outcome(hit)?;
        let account = outcome.account.and_then(|index| row_shape.value(rows, index));
        let is_same_app = outcome.slug.as_deref().is_none_or(|slug| is_custom(slug, context) == outcome.custom);
        let is_linked = || context.linked_accounts.zip(account).is_none_or(|(linked, id)| linked(&id.decode()));
        if !is_same_app || !is_linked() {
            row_shape.clear();
            return None;
        }
        self.line += 1;
        self.report.total += 1;
        self.counts.add(outcome.app, outcome.rejection.is_none());
        match &outcome.rejection {
            None => self.report.accepted += 1,
            Some(rejection) => {
                let row = RejectedRow {
                    line: self.line,
                    linked_account_id: account.map(|id| id.decode().into_owned()),
                    rejection: Arc::clone(rejection),
                };
                self.report.reject(row);
            }
        }
        Some(())
    }

    /// Reads a row, with or without its line end.
    fn row(&mut self, row: &[u8], start: usize, row_shape: &RowShape, context: &Context<'_>) {
        self.line += 1;
        if row.iter().all(u8::is_ascii_whitespace) {
            return;
        }
        let request = Request::row(row);
        let mut members = Members::default();
        let body = request.read(&mut members);
        if let (Body::Invalid(_), Some(invalid)) = (&body, &self.invalid) {
            let row = RejectedRow { line: self.line, linked_account_id: None, rejection: Arc::clone(invalid) };
            self.report.total += 1;
            let app = self.counts.index(None);
            self.counts.add(app, false);
            self.report.reject(row);
            return;
        }
        let resolved = Resolved::new(&request, &body, context);
        let app = self.counts.index(resolved.app);
        let issue = find(&resolved).issues.into_iter().next();
        self.report.total += 1;
        self.counts.add(app, issue.is_none());
        let slug = || redacted_slug(&resolved).map(Cow::into_owned);
        let is_invalid = resolved.members.is_none();
        // A key that looks like a secret is not cached.
        let may_be_cached = issue.is_none() || is_invalid || keys_are_plain(&resolved);
        let rejection = issue.map(|issue| {
            Arc::new(Rejection {
                slug: slug(),
                code: issue.code,
                message: issue.message.into_owned(),
                path: issue.path,
            })
        });
        if is_invalid {
            self.invalid.clone_from(&rejection);
        }
        let code = rejection.as_ref().map(|rejection| rejection.code);
        // An outcome that depends on the linked account, or on invalid JSON, does not apply to other rows.
        if !is_invalid
            && may_be_cached
            && code != Some(Code::LinkedAccountNotFound)
            && let Some(account) = row_shape.account(row, start)
        {
            let outcome = RowOutcome {
                app,
                account,
                slug: slug().map(String::into_boxed_str),
                custom: resolved.custom == Some(Certainty::Certain),
                rejection: rejection.clone(),
            };
            self.cache.insert(row_shape, outcome);
        }
        match rejection {
            None => self.report.accepted += 1,
            Some(rejection) => {
                let linked_account_id = match resolved.members.map(|members| members.linked_account_id) {
                    Some(Value::String(id)) => Some(id.decode().into_owned()),
                    _ => None,
                };
                self.report.reject(RejectedRow { line: self.line, linked_account_id, rejection });
            }
        }
    }
}

/// Returns `true` if no key of the request needs to be redacted.
fn keys_are_plain(resolved: &Resolved<'_, '_>) -> bool {
    let auth_object = resolved.members.map(|members| &members.auth_object);
    let keys = auth_object.into_iter().flat_map(|one| one.entries.as_slice().iter().chain(one.inner.as_slice()));
    resolved.slug.as_deref().is_none_or(redact::is_unchanged)
        && keys.into_iter().all(|entry| redact::is_unchanged(&entry.key.decode()))
}

impl fmt::Debug for RowChecker {
    /// Prints counts only, because a row that is not complete yet contains secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RowChecker")
            .field("line", &self.line)
            .field("accepted", &self.report.accepted)
            .field("rejected", &self.report.rejected)
            .finish_non_exhaustive()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
