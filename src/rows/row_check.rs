//! Checks the rows that a format finds, counts them, and lists those that are asked for.

mod json_row;

use std::borrow::Cow;
use std::mem::discriminant;
use std::sync::Arc;

use super::accounts::Accounts;
use super::cache::{CacheHit, RowOutcome as CachedOutcome, RowShape, ValueFields, Values};
use super::cacheable::{account_key, fields, needs_no_redaction, values_have_no_hint};
use super::checked_row::certainty;
use super::formats::{CsvSink, Header, Place, Record, ShapeSink, Sink};
use super::row_state::{CsvScratch, RowState};
use super::{CheckedRow, List, Note, Rejection, Repaired, RowCode, RowFault, RowIssue, RowOutcome, Unreadable};
use crate::check::{find, hints_of, redacted_slug};
use crate::context::Context;
use crate::hints;
use crate::request::{Body, Invalid, JsonString, Members, Request, Value};
use crate::resolve::{Resolved, is_custom};
use crate::text::{header_value, is_blank};
use crate::verdict::{Certainty, Code, Hint};

/// Repairs the request of a row: gets JSON, and returns the repaired JSON, or `None` if it changes nothing.
pub type Editor<'e> = dyn FnMut(&str) -> Option<String> + 'e;

/// Checks rows in one context.
pub(super) struct RowCheck<'c, 'e> {
    state: &'c mut RowState,
    context: &'c Context<'c>,
    editor: Option<&'c mut Editor<'e>>,
    /// Whether an accepted row with a cached outcome only needs to be counted.
    only_counts: bool,
}

/// How a format writes a repaired request. Returns `None` if it cannot.
type Write<'w> = &'w dyn Fn(&str) -> Option<Vec<u8>>;

/// A row after the rules.
struct Checked {
    app: usize,
    /// The linked account, which may be blank. `None` if the row is not a JSON object.
    account: Option<Option<String>>,
    outcome: RowOutcome,
}

impl<'c, 'e> RowCheck<'c, 'e> {
    pub fn new(state: &'c mut RowState, context: &'c Context<'c>, editor: Option<&'c mut Editor<'e>>) -> Self {
        state.use_context(context);
        let only_counts = state.options.list != List::All
            && !context.hints
            && editor.is_none()
            && context.custom_apps.is_none()
            && context.linked_accounts.is_none();
        Self { state, context, editor, only_counts }
    }

    /// Returns `true` if the file cannot be read.
    pub const fn is_unreadable(&self) -> bool {
        self.state.is_unreadable()
    }

    /// Returns the context.
    pub const fn context(&self) -> &'c Context<'c> {
        self.context
    }

    /// Sets the number of lines so far.
    pub const fn lines(&mut self, lines: u64) {
        self.state.report.lines = lines;
    }

    /// Checks a row whose outcome is cached, but depends on its values or must be listed.
    fn with_outcome(&mut self, hit: CacheHit, source: &[u8], row_shape: &mut RowShape, place: &Place) -> Option<()> {
        let context = self.context;
        let cached = self.state.cache.outcome(hit)?;
        let text = |index| row_shape.value(source, index);
        let account = cached.account.and_then(text).map(JsonString::decode);
        let is_same_app = cached.slug.as_deref().is_none_or(|slug| is_custom(slug, context) == cached.custom);
        let is_linked =
            || context.linked_accounts.zip(account.as_deref()).is_none_or(|(linked, id)| linked(header_value(id)));
        let looks_for_hints = context.hints || self.editor.is_some();
        let app = self.state.counts.app(cached.app);
        let values_are_plain = || {
            app.zip(cached.fields.as_ref())
                .is_some_and(|(app, fields)| values_have_no_hint(context, app, fields, row_shape, source))
        };
        let has_no_hint = || match &cached.rejection {
            _ if !looks_for_hints => true,
            None => account.as_deref().is_none_or(|id| account_hint(id).is_none()) && values_are_plain(),
            Some(_) => values_are_plain(),
        };
        if !is_same_app || !has_no_hint() || !is_linked() {
            self.state.last_rejection = cached.rejection.clone();
            row_shape.clear();
            return None;
        }
        let app = cached.app;
        let outcome = match cached.rejection.clone() {
            None => RowOutcome::Accepted { slug: None, hints: Vec::new() },
            Some(rejection) => RowOutcome::Rejected { rejection, hints: Vec::new() },
        };
        self.count(app, &outcome, place);
        self.count_account(app, account.as_deref(), &outcome, place);
        if self.is_listed(&outcome) {
            self.list(account.map(Cow::into_owned), outcome, place, None);
        }
        Some(())
    }

    /// Checks a row that is JSON. `values` are those of its shape, for the cache.
    fn row(&mut self, row: &[u8], place: &Place, values: Option<Values<'_>>, write: Write<'_>) {
        let limits = &self.context.limits;
        // The reader has measured the length of the row as the file has it.
        if let Some(limit) = limits.exceeded_inside(row) {
            return self.fault(RowFault::too_large(limit, limits), place);
        }
        let (mut checked, can_repair) = self.check(row, place, values);
        let mut repaired = None;
        if can_repair
            && let Some(editor) = &mut self.editor
            && let Ok(request) = str::from_utf8(row)
        {
            let edit = self.state.edits;
            self.state.edits += 1;
            if let Some(request) = editor(request)
                && let Some(text) = write(&request)
                && let (better, _) = self.check(request.as_bytes(), place, None)
                && matches!(better.outcome, RowOutcome::Accepted { .. })
            {
                checked = better;
                self.state.report.repaired += 1;
                repaired = Some(Repaired { text, edit });
            }
        }
        let Checked { app, account, outcome } = checked;
        self.count(app, &outcome, place);
        if let Some(account) = &account {
            self.count_account(app, account.as_deref(), &outcome, place);
        }
        if repaired.is_some() || self.is_listed(&outcome) {
            self.list(account.flatten(), outcome, place, repaired);
        }
    }

    /// Applies the rules. Returns the outcome, and `true` if a hint has a fix.
    fn check(&mut self, row: &[u8], place: &Place, values: Option<Values<'_>>) -> (Checked, bool) {
        let context = self.context;
        let request = Request::row(row);
        let mut members = Members::default();
        let mut body = request.read(&mut members);
        if let Body::Invalid(invalid) = &mut body {
            move_to(invalid, place);
        }
        let resolved = Resolved::new(&request, &body, context);
        let app = self.state.counts.index(resolved.app);
        let is_edited = self.editor.is_some();
        let found = find(&resolved);
        let account = resolved.members.map(|members| match members.linked_account_id {
            Value::String(id) => Some(id.decode().into_owned()),
            _ => None,
        });
        let slug = || redacted_slug(&resolved).map(Cow::into_owned);
        let mut hints = found.hints;
        let has_fix = |hints: &[Hint]| hints.iter().any(|hint| !hint.fix.is_empty());
        let can_repair = is_edited && if context.hints { has_fix(&hints) } else { has_fix(&hints_of(&resolved)) };
        if found.issues.is_empty() {
            if context.hints {
                hints.extend(account.as_ref().and_then(Option::as_deref).and_then(account_hint));
                hints.extend(account_key(&resolved).map(hints::near_miss_key::account_hint));
            }
            let outcome = RowOutcome::Accepted { slug: if hints.is_empty() { None } else { slug() }, hints };
            // A likely failure that became a hint is not in the cache.
            if !found.is_softened {
                let fields = values.and_then(|values| fields(row, &resolved, values.starts));
                self.insert(&resolved, None, fields, app, values);
            }
            return (Checked { app, account, outcome }, can_repair);
        }
        let depends_on_values = resolved.members.is_none()
            || found.issues.iter().any(|issue| issue.code == Code::LinkedAccountNotFound)
            || !needs_no_redaction(&resolved);
        let issues: Vec<_> = found.issues.into_iter().map(RowIssue::Rule).collect();
        let slug = slug();
        let is_same = |last: &Arc<Rejection>| last.slug == slug && last.issues == issues;
        let rejection = match self.state.last_rejection.take().filter(is_same) {
            Some(last) => last,
            None => Arc::new(Rejection { slug, certainty: certainty(&issues), issues }),
        };
        self.state.last_rejection = Some(Arc::clone(&rejection));
        // A likely failure became a hint, which nobody asked for.
        hints.retain(|_| context.hints);
        if !depends_on_values {
            // If the row has no hint, only a value can raise one in a row with the same shape.
            let has_none = hints.is_empty() && context.hints;
            let fields = values.filter(|_| has_none).and_then(|values| fields(row, &resolved, values.starts));
            self.insert(&resolved, Some(&rejection), fields, app, values);
        }
        (Checked { app, account, outcome: RowOutcome::Rejected { rejection, hints } }, can_repair)
    }

    /// Caches an outcome for the rows with the same shape.
    fn insert(
        &mut self,
        resolved: &Resolved<'_, '_>,
        rejection: Option<&Arc<Rejection>>,
        fields: Option<ValueFields>,
        app: usize,
        values: Option<Values<'_>>,
    ) {
        let Some(Values { row_shape, account, .. }) = values else { return };
        if !row_shape.is_whole() {
            return;
        }
        let outcome = CachedOutcome {
            app,
            account,
            slug: redacted_slug(resolved).map(|slug| slug.into_owned().into_boxed_str()),
            custom: resolved.custom == Some(Certainty::Certain),
            rejection: rejection.cloned(),
            fields,
        };
        self.state.cache.insert(row_shape, outcome);
    }

    /// Counts a row.
    fn count(&mut self, app: usize, outcome: &RowOutcome, place: &Place) {
        let report = &mut self.state.report;
        match outcome {
            RowOutcome::Accepted { hints, .. } => {
                self.state.counts.add(app, None);
                if !hints.is_empty() {
                    report.hinted += 1;
                    let slug = self.state.counts.app(app).map(|app| app.slug);
                    self.state.hints.add(slug, place.line, hints);
                }
            }
            RowOutcome::Rejected { rejection, .. } => {
                self.state.counts.add(app, Some(rejection.certainty));
                if let Some(count) = report.by_code.get_mut(rejection.code().index()) {
                    *count += 1;
                }
            }
        }
    }

    /// Counts the row if it has no linked account, or repeats one.
    fn count_account(&mut self, app: usize, account: Option<&str>, outcome: &RowOutcome, place: &Place) {
        let report = &mut self.state.report;
        let is_rejected_for_it = || matches!(outcome, RowOutcome::Rejected { rejection, .. } if rejection.code() == RowCode::Rule(Code::LinkedAccountIdRequired));
        let Some(account) = account.filter(|account| !is_blank(account)) else {
            if !is_rejected_for_it() {
                report.accounts.missing.add(place.line);
            }
            return;
        };
        let RowOutcome::Accepted { .. } = outcome else { return };
        let Some(app) = self.state.counts.app(app).filter(|_| self.context.hints) else { return };
        let hash = Accounts::hash(header_value(account), app.slug);
        if self.state.options.is_segment {
            let line = u32::try_from(place.line).unwrap_or(u32::MAX);
            report.account_hashes.push([(hash >> 32) as u32, hash as u32, line]);
        } else if self.state.accounts.add(hash) {
            report.accounts.repeated.add(place.line);
        }
    }

    fn is_listed(&self, outcome: &RowOutcome) -> bool {
        match outcome {
            RowOutcome::Rejected { .. } => true,
            RowOutcome::Accepted { hints, .. } if !hints.is_empty() => self.state.options.list >= List::Hinted,
            RowOutcome::Accepted { .. } => self.state.options.list >= List::All,
        }
    }

    fn list(&mut self, account: Option<String>, outcome: RowOutcome, place: &Place, repaired: Option<Repaired>) {
        let Place { line, start, end, line_end, .. } = *place;
        let has_no_hint = matches!(&outcome, RowOutcome::Accepted { hints, .. } if hints.is_empty());
        let linked_account_id = account.filter(|_| !has_no_hint);
        self.state.list(CheckedRow { line, start, end, line_end, linked_account_id, outcome, repaired, mapped: None });
    }
}

impl Sink for RowCheck<'_, '_> {
    fn json(&mut self, row: &[u8], place: &Place) {
        self.json_row(row, place, None);
    }

    fn fault(&mut self, fault: RowFault, place: &Place) {
        let app = self.state.counts.index(None);
        // Many rows may have the same fault, one after another.
        let is_same = |last: &Arc<Rejection>| matches!(&last.issues[..], [RowIssue::Fault(last)] if *last == fault);
        let known = self.state.last_fault.take().filter(is_same);
        let rejection = known.unwrap_or_else(|| {
            let issues = vec![RowIssue::Fault(fault)];
            Arc::new(Rejection { slug: None, certainty: Certainty::Certain, issues })
        });
        self.state.last_fault = Some(Arc::clone(&rejection));
        let outcome = RowOutcome::Rejected { rejection, hints: Vec::new() };
        self.count(app, &outcome, place);
        self.list(None, outcome, place, None);
    }

    fn note(&mut self, note: Note) {
        let notes = &mut self.state.report.notes;
        // One of each kind is enough.
        if !notes.iter().any(|known| discriminant(known) == discriminant(&note)) {
            notes.push(note);
        }
    }

    fn unreadable(&mut self, reason: Unreadable) {
        self.state.report.unreadable = Some(reason);
    }

    #[inline(always)]
    fn is_full(&self) -> bool {
        self.state.is_full()
    }
}

impl ShapeSink for RowCheck<'_, '_> {
    #[inline(always)]
    fn cached(&mut self, source: &[u8], row_shape: &mut RowShape, place: impl Fn() -> Place) -> bool {
        let hit = match self.state.cache.lookup(row_shape) {
            Some(hit) => hit,
            None if row_shape.cut_numbers() => match self.state.cache.lookup(row_shape) {
                Some(hit) => hit,
                None => return false,
            },
            None => return false,
        };
        if hit.is_accepted && hit.has_account && self.only_counts {
            self.state.counts.add(hit.app, None);
            return true;
        }
        self.with_outcome(hit, source, row_shape, &place()).is_some()
    }

    fn with_shape(&mut self, row: &[u8], place: &Place, values: Option<Values<'_>>) {
        self.json_row(row, place, values);
    }
}

impl CsvSink for RowCheck<'_, '_> {
    fn record(&mut self, header: &Header, record: &Record<'_>, place: &Place) {
        let mut scratch = self.state.csv.take().unwrap_or_default();
        let CsvScratch { row_shape, json, starts } = &mut *scratch;
        let account = header.shape(record, row_shape);
        if account.is_none() || !self.cached(record.bytes(), row_shape, || *place) {
            let catalog = self.context.catalog;
            match header.request(record, catalog, json, starts) {
                Ok(()) => {
                    let values = account.map(|account| Values { row_shape, account, starts });
                    self.row(json, place, values, &|request| header.write(request.as_bytes(), catalog, record));
                }
                Err(fault) => self.fault(fault, place),
            }
            json.fill(0);
        }
        self.state.csv = Some(scratch);
    }
}

/// Returns the hint about the account ID of a row.
fn account_hint(id: &str) -> Option<Hint> {
    hints::account_id::check(id, vec![Cow::Borrowed("linked_account_id")])
}

/// Writes a repaired request in a format that is JSON.
fn as_it_is(request: &str) -> Option<Vec<u8>> {
    Some(request.as_bytes().to_vec())
}

/// Moves the place of a fault from the row to the file.
fn move_to(invalid: &mut Invalid<'_>, place: &Place) {
    let clamp = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    if invalid.position.line == 1 {
        invalid.position.column = clamp(u64::from(invalid.position.column) + place.column - 1);
    }
    invalid.position.line = clamp(u64::from(invalid.position.line) + place.line - 1);
}
