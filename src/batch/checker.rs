//! Reads NDJSON as it comes.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::counts::Counts;
use super::known::{Found, Known, Outcome};
use super::masks::{Masks, STRETCH};
use super::skeleton::Skeleton;
use super::{Failure, Refusal, Report};
use crate::catalog;
use crate::context::{Context, Trust};
use crate::judge::{find, shown_slug};
use crate::request::{Body, Members, Shape, Value, json};
use crate::subject::{Arrived, Scope, Subject, is_custom};
use crate::text::redact;
use crate::verdict::{Certainty, Code};

/// Reads NDJSON as it comes, in chunks of any size, and keeps only counts and refused rows.
#[derive(Debug, Default)]
pub struct Checker {
    report: Report,
    counts: Counts,
    line: u64,
    /// The start of a row whose end has not come yet.
    begun: Vec<u8>,
    known: Known,
    /// Why rows that are no JSON are refused: all for the same reason.
    invalid: Option<Rc<Refusal>>,
    /// What `known` holds good for.
    terms: Terms,
}

/// What rows are looked at with: for all checkers of a thread, since one at a time reads.
#[derive(Debug, Default)]
struct Scratch {
    /// Of the rows at hand.
    masks: Masks,
    /// Of the row at hand.
    skeleton: Skeleton,
}

/// What the same row may be judged differently by, besides the caller's sets, which are asked about each row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Terms {
    /// Whether these are the terms of a call, and not those of a checker that has read nothing.
    are_set: bool,
    catalog: u32,
    shape: Option<Shape>,
    trust: Trust,
}

thread_local! {
    /// What the last checker knew: the next file is often of the same script, or the next part of the same file.
    static KEPT: RefCell<(Terms, Known)> = RefCell::default();
    static SCRATCH: Cell<Option<Box<Scratch>>> = const { Cell::new(None) };
}

impl Drop for Checker {
    fn drop(&mut self) {
        if !self.terms.are_set {
            return;
        }
        let known = (self.terms, std::mem::take(&mut self.known));
        // Fails while the thread ends, when nobody wants it any more.
        let _ = KEPT.try_with(|kept| kept.replace(known));
    }
}

impl Checker {
    /// Reads a chunk.
    pub fn push(&mut self, chunk: &[u8], context: &Context<'_>) {
        let terms = Terms { are_set: true, catalog: catalog::version(), shape: context.shape, trust: context.trust };
        if self.terms != terms {
            self.terms = terms;
            self.invalid = None;
            let (kept, known) = KEPT.take();
            self.known = if kept == terms { known } else { Known::default() };
        }
        let mut scratch = SCRATCH.take().unwrap_or_default();
        self.chunk(chunk, &mut scratch, context);
        SCRATCH.set(Some(scratch));
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

    /// The refused rows since this was last called.
    pub fn take_failures(&mut self) -> Vec<Failure> {
        std::mem::take(&mut self.report.failures)
    }

    /// Reads the last row, which may lack a line end, and gives the report.
    pub fn end(mut self, context: &Context<'_>) -> Report {
        let row = std::mem::take(&mut self.begun);
        if !row.is_empty() {
            self.row(&row, 0, &Skeleton::default(), context);
        }
        self.report.by_app = self.counts.by_app();
        std::mem::take(&mut self.report)
    }

    /// Reads every row that ends in these bytes; gives what comes after.
    fn rows<'r>(&mut self, rows: &'r [u8], scratch: &mut Scratch, context: &Context<'_>) -> &'r [u8] {
        let mut rest = rows;
        while !rest.is_empty() {
            scratch.masks.look(rest);
            let mut at = 0;
            while at < STRETCH {
                if let Some(end) = self.known_row(rest, at, scratch, context) {
                    at = end;
                    continue;
                }
                let after = rest.get(at..).unwrap_or_default();
                let Some(end) = memchr::memchr(b'\n', after) else { return after };
                if at > 0 && at + end >= STRETCH {
                    break;
                }
                let row = after.get(..=end).unwrap_or_default();
                self.row(row, at, &scratch.skeleton, context);
                at += end + 1;
            }
            rest = rest.get(at..).unwrap_or_default();
        }
        rest
    }

    /// Reads the row that starts there, if its skeleton is known; the place after it. Of others it leaves the skeleton.
    #[inline(always)]
    fn known_row(&mut self, rows: &[u8], start: usize, scratch: &mut Scratch, context: &Context<'_>) -> Option<usize> {
        let Scratch { masks, skeleton } = scratch;
        let end = skeleton.cut(rows, masks, start)?;
        let found = match self.known.find(skeleton) {
            Some(found) => found,
            None if skeleton.cut_numbers() => self.known.find(skeleton)?,
            None => return None,
        };
        if found.is_usual && context.custom_apps.is_none() && context.linked_accounts.is_none() {
            self.line += 1;
            self.report.total += 1;
            self.counts.add(found.place, true);
            self.report.accepted += 1;
        } else {
            self.unusual_row(found, rows, skeleton, context)?;
        }
        Some(end)
    }

    /// Reads a row that is known, and either refused or to be held against the caller's sets.
    fn unusual_row(&mut self, found: Found, rows: &[u8], skeleton: &mut Skeleton, context: &Context<'_>) -> Option<()> {
        let outcome = self.known.outcome(found)?;
        let account = outcome.account.and_then(|place| skeleton.value(rows, place));
        let is_judged_alike = outcome.slug.as_deref().is_none_or(|slug| is_custom(slug, context) == outcome.custom);
        let is_linked = || context.linked_accounts.zip(account).is_none_or(|(linked, id)| linked(&id.decode()));
        if !is_judged_alike || !is_linked() {
            skeleton.clear();
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
                    refusal: Rc::clone(refusal),
                };
                self.report.refuse(failure);
            }
        }
        Some(())
    }

    /// Reads a row, with its line end where it has one.
    fn row(&mut self, row: &[u8], start: usize, skeleton: &Skeleton, context: &Context<'_>) {
        self.line += 1;
        if row.iter().all(u8::is_ascii_whitespace) {
            return;
        }
        let mut members = Members::default();
        let body = json::read(row, &mut members);
        if let (Body::Invalid(_), Some(invalid)) = (&body, &self.invalid) {
            let failure = Failure { line: self.line, linked_account_id: None, refusal: Rc::clone(invalid) };
            self.report.total += 1;
            self.counts.add(Counts::place(None), false);
            self.report.refuse(failure);
            return;
        }
        let arrived = Arrived { scope: Scope::Row, api_key: None, linked_account_id: None, slug: None, body };
        let subject = Subject::new(&arrived, context);
        let place = Counts::place(subject.app);
        let issue = find(&subject).issues.into_iter().next();
        self.report.total += 1;
        self.counts.add(place, issue.is_none());
        let slug = || shown_slug(&subject).map(Cow::into_owned);
        let is_invalid = subject.members.is_none();
        // A key that looks like a secret is not kept.
        let may_be_kept = issue.is_none() || is_invalid || keys_are_plain(&subject);
        let refusal = issue.map(|issue| {
            Rc::new(Refusal {
                slug: slug(),
                code: issue.code,
                message: issue.message.into_owned(),
                path: issue.path,
                number: may_be_kept.then(Cell::default),
            })
        });
        if is_invalid {
            self.invalid.clone_from(&refusal);
        }
        let code = refusal.as_ref().map(|refusal| refusal.code);
        // What hangs on one linked account, or on a text that is no JSON, says nothing of other rows.
        if !is_invalid
            && may_be_kept
            && code != Some(Code::LinkedAccountNotFound)
            && let Some(account) = skeleton.account(row, start)
        {
            let outcome = Outcome {
                place,
                account,
                slug: slug().map(String::into_boxed_str),
                custom: subject.custom == Some(Certainty::Certain),
                refusal: refusal.clone(),
            };
            self.known.add(skeleton, outcome);
        }
        match refusal {
            None => self.report.accepted += 1,
            Some(refusal) => {
                let linked_account_id = match subject.members.map(|members| members.linked_account_id) {
                    Some(Value::String(id)) => Some(id.decode().into_owned()),
                    _ => None,
                };
                self.report.refuse(Failure { line: self.line, linked_account_id, refusal });
            }
        }
    }
}

/// Whether all that a request names may be shown.
fn keys_are_plain(subject: &Subject<'_, '_>) -> bool {
    let auth_object = subject.members.map(|members| &members.auth_object);
    let keys = auth_object.into_iter().flat_map(|one| one.entries.as_slice().iter().chain(one.inner.as_slice()));
    subject.slug.as_deref().is_none_or(redact::is_unchanged)
        && keys.into_iter().all(|entry| redact::is_unchanged(&entry.key.decode()))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
