//! Reads NDJSON as it comes.

use std::cell::RefCell;
use std::rc::Rc;

use super::counts::Counts;
use super::known::{Known, Outcome};
use super::skeleton;
use super::{Failure, Refusal, Report};
use crate::catalog;
use crate::context::{Context, Trust};
use crate::judge::find;
use crate::request::{Members, Value, json};
use crate::shown;
use crate::subject::{Arrived, Scope, Subject, is_custom};
use crate::verdict::{Code, Shape};

/// Reads NDJSON as it comes, in chunks of any size, and keeps only counts and refused rows.
#[derive(Debug, Default)]
pub struct Checker {
    report: Report,
    counts: Counts,
    line: u64,
    /// The start of a row whose end has not come yet.
    begun: Vec<u8>,
    known: Known,
    /// What `known` holds good for.
    terms: Terms,
    /// The skeleton of a row, kept for its memory.
    skeleton: Vec<u8>,
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
            let (kept, known) = KEPT.take();
            self.known = if kept == terms { known } else { Known::default() };
        }
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

    /// The refused rows since this was last called.
    pub fn take_failures(&mut self) -> Vec<Failure> {
        std::mem::take(&mut self.report.failures)
    }

    /// Reads the last row, which may lack a line end, and gives the report.
    pub fn end(mut self, context: &Context<'_>) -> Report {
        let row = std::mem::take(&mut self.begun);
        if !row.is_empty() {
            self.row(&row, context);
        }
        self.report.by_app = self.counts.by_app();
        std::mem::take(&mut self.report)
    }

    /// Reads every row that ends in these bytes; gives what comes after.
    fn rows<'r>(&mut self, rows: &'r [u8], context: &Context<'_>) -> &'r [u8] {
        let mut rest = rows;
        loop {
            if let Some(after) = self.known_row(rest, context) {
                rest = after;
                continue;
            }
            let Some(end) = memchr::memchr(b'\n', rest) else { return rest };
            let (row, after) = rest.split_at(end + 1);
            self.row(row, context);
            rest = after;
        }
    }

    /// Reads the first of the rows, if its skeleton is known; gives the others.
    fn known_row<'r>(&mut self, rows: &'r [u8], context: &Context<'_>) -> Option<&'r [u8]> {
        let found = self.known.find(rows)?;
        let outcome = found.outcome;
        if outcome.slug.as_deref().is_some_and(|slug| is_custom(slug, context) != outcome.custom) {
            return None;
        }
        if let Some(accounts) = context.linked_accounts
            && let Some(id) = found.linked_account_id
            && !accounts(&id.decode())
        {
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
                    linked_account_id: found.linked_account_id.map(|id| id.decode().into_owned()),
                    refusal: Rc::clone(refusal),
                };
                self.report.refuse(failure);
            }
        }
        Some(found.rest)
    }

    /// Reads a row, with its line end where it has one.
    fn row(&mut self, row: &[u8], context: &Context<'_>) {
        self.line += 1;
        if row.iter().all(u8::is_ascii_whitespace) {
            return;
        }
        let mut members = Members::default();
        let arrived = Arrived {
            scope: Scope::Row,
            api_key: None,
            linked_account_id: None,
            slug: None,
            body: json::read(row, &mut members),
        };
        let subject = Subject::new(&arrived, context);
        let place = Counts::place(subject.app);
        let issue = find(&subject).issues.into_iter().next();
        self.report.total += 1;
        self.counts.add(place, issue.is_none());
        let slug = || subject.slug.as_deref().map(str::to_owned);
        let refusal = issue.map(|issue| {
            Rc::new(Refusal { slug: slug(), code: issue.code, message: issue.message.into_owned(), path: issue.path })
        });
        let code = refusal.as_ref().map(|refusal| refusal.code);
        // What hangs on one linked account, or on a text that is no JSON, says nothing of other rows; and a key that
        // looks like a secret is not kept.
        if !matches!(code, Some(Code::InvalidJson | Code::LinkedAccountNotFound))
            && (refusal.is_none() || keys_are_plain(&subject))
            && skeleton::write(row, &mut self.skeleton)
        {
            let outcome = Outcome {
                place,
                slug: slug().map(String::into_boxed_str),
                custom: subject.custom,
                refusal: refusal.clone(),
            };
            self.known.add(&self.skeleton, outcome);
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
    subject.slug.as_deref().is_none_or(shown::is_plain)
        && keys.into_iter().all(|entry| shown::is_plain(&entry.key.decode()))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::super::check_ndjson;
    use super::*;

    const ROWS: &str = concat!(
        "{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\"fake-token\"}}\n",
        "\n",
        "{\"slug\":\"slack\",\"linked_account_id\":\"a\",\"auth_object\":{\"access_token\":1}}\r\n",
        "not json\n",
        "{\"slug\":\"nobody_knows\",\"auth_object\":{\"x\":\"y\"}}",
    );

    fn json(report: &Report) -> String {
        serde_json::to_string(report).unwrap_or_default()
    }

    #[test]
    fn every_chunking_gives_the_same_report() {
        let rows = [ROWS, "\n", ROWS, "\n", ROWS].concat();
        let whole = json(&check_ndjson(rows.as_bytes(), &Context::default()));
        for size in 1..rows.len() {
            let mut checker = Checker::default();
            for chunk in rows.as_bytes().chunks(size) {
                checker.push(chunk, &Context::default());
            }
            assert_eq!(json(&checker.end(&Context::default())), whole);
        }
    }

    #[test]
    fn lines_count_from_one_and_blank_ones_count() {
        let report = check_ndjson(ROWS.as_bytes(), &Context::default());
        assert_eq!((report.total, report.accepted, report.rejected), (4, 1, 3));
        let lines: Vec<u64> = report.failures.iter().map(|failure| failure.line).collect();
        assert_eq!(lines, [3, 4, 5]);
        assert_eq!(report.failures[0].linked_account_id.as_deref(), Some("a"));
    }

    #[test]
    fn what_was_known_is_forgotten_when_it_no_longer_holds() {
        let row = b"{\"slug\":\"copper\",\"auth_object\":{\"keybased\":{\"made_up\":\"fake\"}}}\n";
        let rows = [&row[..], row].concat();
        let custom = |slug: &str| slug == "copper";
        let flat = Context { shape: Some(Shape::Flat), ..Context::default() };
        let listed = Context { custom_apps: Some(&custom), ..Context::default() };
        let mut checker = Checker::default();
        let mut codes = |context: &Context<'_>| {
            checker.push(&rows, context);
            checker.take_failures().iter().map(|failure| failure.refusal.code).collect::<Vec<_>>()
        };
        assert_eq!(codes(&Context::default()), [Code::KeybasedFields; 2]);
        assert_eq!(codes(&listed), [Code::CustomApp; 2]);
        assert_eq!(codes(&flat), [Code::InvalidValue; 2]);
    }

    #[test]
    fn a_known_row_must_be_utf8() {
        let row = b"{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\"fake!\"}}\n";
        let broken: Vec<u8> = row.iter().map(|byte| if *byte == b'!' { 0xFF } else { *byte }).collect();
        let report = check_ndjson(&[&row[..], row, &broken].concat(), &Context::default());
        assert_eq!(report.failures.iter().map(|failure| failure.line).collect::<Vec<_>>(), [3]);
    }

    /// Rows with the same keys and different values: texts of all kinds, and what is no text.
    fn rows() -> impl Strategy<Value = Vec<String>> {
        let slug = prop::sample::select(vec!["copper", "slack", "custom", "mine", "nobody", "sla\\u0063k", "", " "]);
        let account = prop::sample::select(vec![
            "",
            "\"linked_account_id\":@,",
            "\"linked_account_id\":[@],",
            "\"linked_account_id\": @, \"linked_account_id\":@,",
            "\"n\":1,",
            "\"slug\":@,",
        ]);
        let key = prop::sample::select(vec!["email", "api_token", "access_token", "made_up", "\\u0065mail", ""]);
        let around = prop::sample::select(vec![("", ""), ("{\"keybased\":", "}"), ("{\"oauth2\": ", "} "), ("[", "]")]);
        let end = prop::sample::select(vec!["}\n", "}\r\n", "} \n", ",}\n", "\n"]);
        let text = prop::sample::select(vec!["\"fake\"", "\"a\"", "\"b\"", "\"f\\\\\\\"k\"", "\"slack\""]);
        let odd = prop::sample::select(vec![
            "\"\\u0061\"",
            "\"\\u0020\"",
            "\"\\t\"",
            "\"\"",
            "\" \"",
            "\"\t\"",
            "\" fake\"",
            "\"f\u{e4}\"",
            "\"\u{3000}\"",
            "null",
            "12",
            "[\"a\"]",
            "{\"a\":\"b\"}",
            "\"fake",
        ]);
        let values = prop::collection::vec(prop_oneof![4 => text, 1 => odd], 5);
        let keys = prop::collection::vec(key, 0..3);
        (slug, account, keys, around, end, prop::collection::vec(values, 4)).prop_map(
            |(slug, account, keys, (before, after), end, values)| {
                let fields: Vec<String> = keys.iter().map(|key| format!("\"{key}\":@")).collect();
                let form = format!(
                    "{{\"slug\":\"{slug}\",{account}\"auth_object\":{before}{{{}}}{after}{end}",
                    fields.join(",")
                );
                let fill =
                    |values: &Vec<&str>| values.iter().fold(form.clone(), |row, value| row.replacen('@', value, 1));
                values.iter().map(fill).collect()
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn a_known_row_is_judged_as_a_new_one(rows in rows(), documented in any::<bool>()) {
            let known = |id: &str| id != "b";
            let custom = |slug: &str| slug == "mine";
            let trust = if documented { Trust::Documented } else { Trust::All };
            let context = Context { linked_accounts: Some(&known), custom_apps: Some(&custom), trust, ..Context::default() };
            let mut checker = Checker::default();
            for row in rows.iter().chain(&rows) {
                let before = checker.line;
                checker.push(row.as_bytes(), &context);
                // One that knows nothing.
                KEPT.take();
                let mut alone = Checker::default();
                alone.push(row.as_bytes(), &context);
                let of = |checker: &mut Checker, offset: u64| {
                    let mut failures = checker.take_failures();
                    for failure in &mut failures {
                        failure.line -= offset;
                    }
                    failures
                };
                prop_assert_eq!(of(&mut checker, before), of(&mut alone, 0), "{}", row);
            }
        }
    }
}
