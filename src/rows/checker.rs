//! Reads NDJSON as it comes.

use std::borrow::Cow;
use std::sync::Arc;

use super::cache::{Found, Known, Masks, Outcome, RowShape, STRETCH};
use super::counts::Counts;
use super::{Failure, Refusal, Report};
use crate::check::{find, redacted_slug};
use crate::checker::Checker;
use crate::context::{Context, Trust};
use crate::request::{Body, Members, Request, Shape, Value};
use crate::resolve::{Resolved, is_custom};
use crate::text::redact;
use crate::verdict::{Certainty, Code};

/// Checks NDJSON in chunks of any size; keeps only counts and rejected rows. [`Checker::rows`] makes it.
///
/// ```
/// use auth_object::Checker;
///
/// let mut rows = Checker::default().rows();
/// for chunk in ["{\"slug\":\"slack\",\"auth_ob", "ject\":{\"access_token\":7}}\n"] {
///     for failure in rows.push(chunk.as_bytes()) {
///         println!("line {}: {}", failure.line, failure.refusal.message);
///     }
/// }
/// assert_eq!(rows.end().rejected, 1);
/// ```
#[derive(Debug)]
pub struct RowChecker {
    checker: Checker,
    report: Report,
    counts: Counts,
    line: u64,
    /// The start of a row whose end has not come yet.
    begun: Vec<u8>,
    known: Known,
    /// Why rows that are not JSON are rejected: all for the same reason.
    invalid: Option<Arc<Refusal>>,
    /// What `known` is valid for.
    terms: Option<Terms>,
    /// Of the rows at hand.
    masks: Masks,
    /// Of the row at hand.
    row_shape: RowShape,
}

/// What the verdict about a row depends on besides the row and the caller's sets, which are asked about each row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Terms {
    shape: Option<Shape>,
    trust: Trust,
}

impl Checker {
    /// Checks many requests, one a row.
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
            counts: Counts::default(),
            line: 0,
            begun: Vec::new(),
            known: Known::default(),
            invalid: None,
            terms: None,
            masks: Masks::default(),
            row_shape: RowShape::default(),
        }
    }

    /// Reads a chunk, which may end anywhere; the rejected rows that end in it.
    pub fn push(&mut self, chunk: &[u8]) -> Vec<Failure> {
        let checker = self.checker.clone();
        self.push_with(chunk, &checker.context())
    }

    /// The same with what the caller knows at this moment; of the context count `linked_accounts`, `custom_apps`, `shape`
    /// and `trust`.
    pub fn push_with(&mut self, chunk: &[u8], context: &Context<'_>) -> Vec<Failure> {
        let terms = Some(Terms { shape: context.shape, trust: context.trust });
        if self.terms != terms {
            self.terms = terms;
            self.invalid = None;
            self.known = Known::default();
        }
        self.chunk(chunk, context);
        std::mem::take(&mut self.report.failures)
    }

    /// Reads the last row, which may lack a line end; the report, with that row if it is rejected.
    pub fn end(self) -> Report {
        let checker = self.checker.clone();
        self.end_with(&checker.context())
    }

    /// The same with what the caller knows at this moment.
    pub fn end_with(mut self, context: &Context<'_>) -> Report {
        let row = std::mem::take(&mut self.begun);
        if !row.is_empty() {
            self.row_shape.clear();
            self.row(&row, 0, context);
        }
        self.report.by_app = self.counts.by_app();
        self.report
    }

    fn chunk(&mut self, chunk: &[u8], context: &Context<'_>) {
        let mut rest = chunk;
        if !self.begun.is_empty() {
            let Some(end) = memchr::memchr(b'\n', rest) else {
                self.begun.extend_from_slice(rest);
                return;
            };
            let (row, after) = rest.split_at(end + 1);
            self.begun.extend_from_slice(row);
            let mut begun = std::mem::take(&mut self.begun);
            self.rows(&begun, context);
            begun.clear();
            self.begun = begun;
            rest = after;
        }
        let rest = self.rows(rest, context);
        self.begun.extend_from_slice(rest);
    }

    /// Reads every row that ends in these bytes; gives what comes after.
    fn rows<'r>(&mut self, rows: &'r [u8], context: &Context<'_>) -> &'r [u8] {
        let mut rest = rows;
        while !rest.is_empty() {
            self.masks.look(rest);
            let mut at = 0;
            while at < STRETCH {
                if let Some(end) = self.known_row(rest, at, context) {
                    at = end;
                    continue;
                }
                let after = rest.get(at..).unwrap_or_default();
                let Some(end) = memchr::memchr(b'\n', after) else { return after };
                if at > 0 && at + end >= STRETCH {
                    break;
                }
                let row = after.get(..=end).unwrap_or_default();
                self.row(row, at, context);
                at += end + 1;
            }
            rest = rest.get(at..).unwrap_or_default();
        }
        rest
    }

    /// Reads the row that starts there, if its row_shape is known; the place after it. Of others it leaves the row_shape.
    #[inline(always)]
    fn known_row(&mut self, rows: &[u8], start: usize, context: &Context<'_>) -> Option<usize> {
        let row_shape = &mut self.row_shape;
        let end = row_shape.cut(rows, &self.masks, start)?;
        let found = match self.known.find(row_shape) {
            Some(found) => found,
            None if row_shape.cut_numbers() => self.known.find(row_shape)?,
            None => return None,
        };
        if found.is_usual && context.custom_apps.is_none() && context.linked_accounts.is_none() {
            self.line += 1;
            self.report.total += 1;
            self.counts.add(found.place, true);
            self.report.accepted += 1;
        } else {
            self.unusual_row(found, rows, context)?;
        }
        Some(end)
    }

    /// Reads a row that is known, and either refused or to be held against the caller's sets.
    fn unusual_row(&mut self, found: Found, rows: &[u8], context: &Context<'_>) -> Option<()> {
        let outcome = self.known.outcome(found)?;
        let account = outcome.account.and_then(|place| self.row_shape.value(rows, place));
        let is_judged_alike = outcome.slug.as_deref().is_none_or(|slug| is_custom(slug, context) == outcome.custom);
        let is_linked = || context.linked_accounts.zip(account).is_none_or(|(linked, id)| linked(&id.decode()));
        if !is_judged_alike || !is_linked() {
            self.row_shape.clear();
            return None;
        }
        self.line += 1;
        self.report.total += 1;
        self.counts.add(outcome.place, outcome.refusal.is_none());
        match &outcome.refusal {
            None => self.report.accepted += 1,
            Some(refusal) => {
                let failure = Failure {
                    line: self.line,
                    linked_account_id: account.map(|id| id.decode().into_owned()),
                    refusal: Arc::clone(refusal),
                };
                self.report.refuse(failure);
            }
        }
        Some(())
    }

    /// Reads a row, with its line end where it has one.
    fn row(&mut self, row: &[u8], start: usize, context: &Context<'_>) {
        self.line += 1;
        if row.iter().all(u8::is_ascii_whitespace) {
            return;
        }
        let request = Request::row(row);
        let mut members = Members::default();
        let body = request.read(&mut members);
        if let (Body::Invalid(_), Some(invalid)) = (&body, &self.invalid) {
            let failure = Failure { line: self.line, linked_account_id: None, refusal: Arc::clone(invalid) };
            self.report.total += 1;
            let place = self.counts.place(None);
            self.counts.add(place, false);
            self.report.refuse(failure);
            return;
        }
        let resolved = Resolved::new(&request, &body, context);
        let place = self.counts.place(resolved.app);
        let issue = find(&resolved).issues.into_iter().next();
        self.report.total += 1;
        self.counts.add(place, issue.is_none());
        let slug = || redacted_slug(&resolved).map(Cow::into_owned);
        let is_invalid = resolved.members.is_none();
        // A key that looks like a secret is not kept.
        let may_be_kept = issue.is_none() || is_invalid || keys_are_plain(&resolved);
        let refusal = issue.map(|issue| {
            Arc::new(Refusal { slug: slug(), code: issue.code, message: issue.message.into_owned(), path: issue.path })
        });
        if is_invalid {
            self.invalid.clone_from(&refusal);
        }
        let code = refusal.as_ref().map(|refusal| refusal.code);
        // What hangs on one linked account, or on a text that is no JSON, says nothing of other rows.
        if !is_invalid
            && may_be_kept
            && code != Some(Code::LinkedAccountNotFound)
            && let Some(account) = self.row_shape.account(row, start)
        {
            let outcome = Outcome {
                place,
                account,
                slug: slug().map(String::into_boxed_str),
                custom: resolved.custom == Some(Certainty::Certain),
                refusal: refusal.clone(),
            };
            self.known.add(&self.row_shape, outcome);
        }
        match refusal {
            None => self.report.accepted += 1,
            Some(refusal) => {
                let linked_account_id = match resolved.members.map(|members| members.linked_account_id) {
                    Some(Value::String(id)) => Some(id.decode().into_owned()),
                    _ => None,
                };
                self.report.refuse(Failure { line: self.line, linked_account_id, refusal });
            }
        }
    }
}

/// Whether all that a request names may be shown.
fn keys_are_plain(resolved: &Resolved<'_, '_>) -> bool {
    let auth_object = resolved.members.map(|members| &members.auth_object);
    let keys = auth_object.into_iter().flat_map(|one| one.entries.as_slice().iter().chain(one.inner.as_slice()));
    resolved.slug.as_deref().is_none_or(redact::is_unchanged)
        && keys.into_iter().all(|entry| redact::is_unchanged(&entry.key.decode()))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
