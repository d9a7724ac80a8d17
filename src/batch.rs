//! Many requests: NDJSON in, a report out. One row: `{ "slug", "linked_account_id"?, "auth_object" }`.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::context::Context;
use crate::judge::find;
use crate::request::{Members, Value, json};
use crate::subject::{Arrived, Scope, Subject};
use crate::verdict::{Code, Issue, Path};

/// What is to say of many rows.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Rows that are not blank.
    pub total: u64,
    /// Rows that the endpoint would accept.
    pub accepted: u64,
    /// Rows that it would refuse.
    pub rejected: u64,
    /// Refused rows by the rule that answers them, in the order of the rules.
    #[serde(serialize_with = "by_code")]
    pub by_code: [u64; Code::ALL.len()],
    /// Rows by app, sorted; apps that the catalogue lacks stand together under `(unknown)`.
    #[serde(serialize_with = "by_app")]
    pub by_app: Vec<(&'static str, Count)>,
    /// Refused rows in the order of the file, those already taken left out.
    pub failures: Vec<Failure>,
}

fn by_code<S: Serializer>(counts: &[u64], serializer: S) -> Result<S::Ok, S::Error> {
    let counted = Code::ALL.iter().zip(counts).filter(|(_, count)| **count > 0);
    let mut map = serializer.serialize_map(None)?;
    for (code, count) in counted {
        map.serialize_entry(code, count)?;
    }
    map.end()
}

fn by_app<S: Serializer>(counts: &[(&'static str, Count)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(counts.len()))?;
    for (slug, count) in counts {
        map.serialize_entry(slug, count)?;
    }
    map.end()
}

/// Rows of one app.
#[derive(Debug, Default, Serialize)]
pub struct Count {
    /// All of them.
    pub total: u64,
    /// Those that the endpoint would accept.
    pub accepted: u64,
    /// Those that it would refuse.
    pub rejected: u64,
}

/// A refused row.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// Its line, counted from 1; blank lines count.
    pub line: u64,
    /// Its slug.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    /// Its linked account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub linked_account_id: Option<String>,
    /// The rule that answers it.
    pub code: Code,
    /// The endpoint's message.
    pub message: String,
    /// Where.
    pub path: Path,
}

/// Reads NDJSON as it comes, in chunks of any size, and keeps only counts and refused rows.
#[derive(Debug, Default)]
pub struct Checker {
    report: Report,
    line: u64,
    /// The start of a row whose end has not come yet.
    begun: Vec<u8>,
}

impl Checker {
    /// Reads a chunk.
    pub fn push(&mut self, chunk: &[u8], context: &Context<'_>) {
        let mut rest = chunk;
        while let Some(end) = memchr::memchr(b'\n', rest) {
            let (row, after) = rest.split_at(end);
            if self.begun.is_empty() {
                self.row(row, context);
            } else {
                self.begun.extend_from_slice(row);
                let row = std::mem::take(&mut self.begun);
                self.row(&row, context);
                self.begun = row;
                self.begun.clear();
            }
            rest = after.get(1..).unwrap_or_default();
        }
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
        self.report
    }

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
        let app = subject.app.map_or("(unknown)", |app| app.slug);
        let issue = find(&subject).issues.into_iter().next();
        let by_app = &mut self.report.by_app;
        let at = by_app.binary_search_by_key(&app, |(slug, _)| slug).unwrap_or_else(|at| {
            by_app.insert(at, (app, Count::default()));
            at
        });
        let Some((_, count)) = by_app.get_mut(at) else { return };
        count.total += 1;
        self.report.total += 1;
        match issue {
            None => {
                count.accepted += 1;
                self.report.accepted += 1;
            }
            Some(issue) => {
                count.rejected += 1;
                self.report.rejected += 1;
                self.refuse(&subject, issue);
            }
        }
    }

    fn refuse(&mut self, subject: &Subject<'_, '_>, issue: Issue) {
        if let Some(count) = self.report.by_code.get_mut(issue.code as usize) {
            *count += 1;
        }
        let linked_account_id = match subject.members.map(|members| members.linked_account_id) {
            Some(Value::String(id)) => Some(id.decode().into_owned()),
            _ => None,
        };
        self.report.failures.push(Failure {
            line: self.line,
            slug: subject.slug.as_deref().map(str::to_owned),
            linked_account_id,
            code: issue.code,
            message: issue.message.into_owned(),
            path: issue.path,
        });
    }
}

/// Checks NDJSON that is there as a whole.
pub fn check_ndjson(bytes: &[u8], context: &Context<'_>) -> Report {
    let mut checker = Checker::default();
    checker.push(bytes, context);
    checker.end(context)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    const ROWS: &str = concat!(
        "{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\"fake-token\"}}\n",
        "\n",
        "{\"slug\":\"slack\",\"linked_account_id\":\"a\",\"auth_object\":{\"access_token\":1}}\r\n",
        "not json\n",
        "{\"slug\":\"nobody_knows\",\"auth_object\":{\"x\":\"y\"}}",
    );

    #[test]
    fn every_chunking_gives_the_same_report() {
        let whole = serde_json::to_string(&check_ndjson(ROWS.as_bytes(), &Context::default())).unwrap();
        for size in 1..ROWS.len() {
            let mut checker = Checker::default();
            for chunk in ROWS.as_bytes().chunks(size) {
                checker.push(chunk, &Context::default());
            }
            assert_eq!(serde_json::to_string(&checker.end(&Context::default())).unwrap(), whole);
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
}
