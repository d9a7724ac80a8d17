//! Runs the files of rows in `pkg-tests/row-cases`: natively, as wasm in Node, and as wasm in a browser.

#[path = "base64.rs"]
mod base64;
#[path = "limits.rs"]
mod limits;

use std::collections::BTreeMap;

use auth_object::rows::{FileFormat, List, Mapping, Report, RowOptions};
use auth_object::{Checker, Shape, Trust};
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use serde_json::Value;

use limits::CaseLimits;

static CASES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/pkg-tests/row-cases");

#[derive(Deserialize)]
struct File {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Case {
    name: String,
    file: Option<String>,
    file_base64: Option<String>,
    #[serde(default)]
    options: Options,
    report: Value,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Options {
    format: Option<String>,
    fallback: Option<String>,
    list: Option<String>,
    shape: Option<String>,
    trust: Option<String>,
    hints: Option<bool>,
    linked_accounts: Option<Vec<String>>,
    custom_apps: Option<Vec<String>>,
    #[serde(default)]
    limits: CaseLimits,
    /// In alphabetical order, so that the report is the one of JavaScript.
    map: Option<BTreeMap<String, String>>,
    set: Option<BTreeMap<String, String>>,
}

/// Runs every case, at once and in chunks that end everywhere. Returns the number of cases.
pub fn run_all() -> usize {
    let mut count = 0;
    for file in CASES.files().filter(|file| file.path().extension().is_some_and(|end| end == "json")) {
        let file: File = serde_json::from_slice(file.contents()).unwrap();
        for case in &file.cases {
            count += 1;
            for chunk_bytes in [usize::MAX, 1, 7] {
                let report = as_json(&case.check(chunk_bytes));
                assert_eq!(report, case.report, "{}, in chunks of {chunk_bytes}", case.name);
            }
        }
    }
    count
}

/// The report as JavaScript has it. A mapped row is not serialized otherwise, because it has secrets.
fn as_json(report: &Report) -> Value {
    let mut json = serde_json::to_value(report).unwrap();
    for (index, mapped) in report.rows.iter().enumerate().filter_map(|(index, row)| Some((index, row.mapped.as_ref()?)))
    {
        json["rows"][index]["mapped"] = String::from_utf8(mapped.text.clone()).unwrap().into();
    }
    json
}

impl Case {
    fn check(&self, chunk_bytes: usize) -> Report {
        let bytes = match (&self.file, &self.file_base64) {
            (Some(text), _) => text.clone().into_bytes(),
            (None, base64) => base64::decode(base64.as_deref().unwrap()),
        };
        let within = |names: &Option<Vec<String>>, name: &str| names.iter().flatten().any(|one| one == name);
        let is_linked = |id: &str| within(&self.options.linked_accounts, id);
        let is_custom = |slug: &str| within(&self.options.custom_apps, slug);
        let checker = Checker::default();
        let mut context = checker.context();
        context.linked_accounts = self.options.linked_accounts.as_ref().map(|_| &is_linked as _);
        context.custom_apps = self.options.custom_apps.as_ref().map(|_| &is_custom as _);
        context.shape =
            self.options.shape.as_deref().map(|name| if name == "typed" { Shape::Typed } else { Shape::Flat });
        context.trust =
            if self.options.trust.as_deref() == Some("documented") { Trust::Documented } else { Trust::All };
        context.hints = self.options.hints.unwrap_or(true);
        context.now = 0;
        context.limits = self.options.limits.all();
        let mut rows = checker.rows_with(self.options.rows());
        let Options { map, set, .. } = &self.options;
        if map.is_some() || set.is_some() {
            let mapping = Mapping::new(pairs(map), pairs(set), checker.catalog()).unwrap();
            rows = rows.with_mapping(mapping);
        }
        let mut listed = Vec::new();
        for chunk in bytes.chunks(chunk_bytes) {
            listed.extend(rows.push_with(chunk, &context, None));
        }
        let mut report = rows.end_with(&context, None);
        listed.append(&mut report.rows);
        report.rows = listed;
        report
    }
}

fn pairs(record: &Option<BTreeMap<String, String>>) -> impl Iterator<Item = (&str, &str)> {
    record.iter().flatten().map(|(name, value)| (name.as_str(), value.as_str()))
}

impl Options {
    fn rows(&self) -> RowOptions {
        let format = |name: &Option<String>| {
            name.as_deref().map(|name| match name {
                "ndjson" => FileFormat::Ndjson,
                "json" => FileFormat::Json,
                "csv" => FileFormat::Csv,
                other => panic!("{other}"),
            })
        };
        let mut options = RowOptions::default();
        options.format = format(&self.format);
        options.fallback = format(&self.fallback);
        options.list = match self.list.as_deref() {
            Some("all") => List::All,
            Some("hinted") => List::Hinted,
            _ => List::Rejected,
        };
        options
    }
}
