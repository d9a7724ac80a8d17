//! A row of a file has the outcome that it has alone, whatever the rows before it left in the cache.

use proptest::prelude::*;

use super::{CheckedRow, Checker, Context, Editor, FileFormat, RowOptions};
use crate::context::Trust;
use crate::request::Shape;
use crate::rows::List;

/// Values with a hint, and values that only look like it.
const VALUES: [&str; 30] = [
    "fake-1",
    "abc123",
    "",
    " ",
    " fake-1",
    "fake-1 ",
    "'fake-1'",
    "Bearer fake-1",
    "YOUR_API_KEY",
    "undefined",
    "NULL",
    "n/a",
    "\\N",
    "#REF!",
    "1.23457E+11",
    "'000123",
    "xxxx",
    "acme.com",
    "https://acme.com",
    "acme.com.acme.com",
    "eyJ",
    "caf\u{e9}",
    "\u{a0}",
    "a\\b",
    "a\"b",
    "{\"a\":\"b\"}",
    "access_token",
    "a\tb",
    "\u{7f}",
    "fake-2",
];
const SLUGS: [&str; 8] = ["gmail", "shopify", "stripe", "odoo", "mine", "mine!", "custom", "nobody"];
const FIELDS: [&str; 6] = ["access_token", "refresh_token", "store_name", "api_key", "url", "made_up"];

/// A row: its slug, its account, and the value of each field.
type Row = (&'static str, &'static str, Vec<Option<&'static str>>);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let value = || prop_oneof![2 => Just("fake-1"), 1 => prop::sample::select(&VALUES[..])];
    let given = prop::collection::vec(any::<bool>(), FIELDS.len());
    let form = (prop::sample::select(&SLUGS[..]), given);
    (
        prop::collection::vec(form, 1..3),
        prop::collection::vec((any::<bool>(), value(), prop::collection::vec(value(), FIELDS.len())), 1..12),
    )
        .prop_map(|(forms, rows)| {
            let fill = |(is_second, account, values): (bool, &'static str, Vec<&'static str>)| {
                let (slug, given) = forms.get(usize::from(is_second)).or(forms.first()).cloned().unwrap_or_default();
                (slug, account, given.into_iter().zip(values).map(|(given, value)| given.then_some(value)).collect())
            };
            rows.into_iter().map(fill).collect()
        })
}

fn json((slug, account, values): &Row, is_typed: bool) -> String {
    let fields: serde_json::Map<_, _> =
        FIELDS.iter().zip(values).filter_map(|(name, value)| Some((name.to_string(), (*value)?.into()))).collect();
    let object = if is_typed { serde_json::json!({ "oauth2": fields }) } else { fields.into() };
    serde_json::json!({ "slug": slug, "linked_account_id": account, "auth_object": object }).to_string() + "\n"
}

fn csv((slug, account, values): &Row) -> String {
    let cells = [*slug, account].into_iter().chain(values.iter().map(|value| value.unwrap_or_default()));
    cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(",") + "\n"
}

/// Removes outer white space.
fn trim(request: &str) -> Option<String> {
    let mut request: serde_json::Value = serde_json::from_str(request).ok()?;
    for value in request.get_mut("auth_object")?.as_object_mut()?.values_mut() {
        *value = value.as_str()?.trim().into();
    }
    Some(request.to_string())
}

/// Returns what each row is found to be: its words without its place, and its repaired text.
fn check(context: &Context<'_>, format: FileFormat, header: &str, rows: &[String], repairs: bool) -> Vec<String> {
    let options = RowOptions { list: List::All, format: Some(format), ..RowOptions::default() };
    let mut checker = Checker::default().rows_with(options);
    let mut editor = trim;
    let mut listed = Vec::new();
    for text in std::iter::once(header).chain(rows.iter().map(String::as_str)) {
        let editor: Option<&mut Editor<'_>> = if repairs { Some(&mut editor) } else { None };
        listed.extend(checker.push_with(text.as_bytes(), context, editor));
    }
    let words = |row: CheckedRow| {
        let mut row = CheckedRow { line: 0, start: 0, end: 0, ..row };
        if let Some(repaired) = &mut row.repaired {
            repaired.edit = 0;
        }
        format!("{} {:?}", serde_json::to_string(&row).unwrap_or_default(), row.repaired.map(|repaired| repaired.text))
    };
    listed.into_iter().map(words).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_row_is_checked_as_it_is_alone(
        rows in rows(),
        shape in prop::sample::select(vec![None, None, Some(Shape::Flat), Some(Shape::Typed)]),
        (documented, hints, repairs, is_typed, lists) in any::<(bool, bool, bool, bool, bool)>(),
    ) {
        let linked = |id: &str| id != "fake-2";
        let custom = |slug: &str| slug.starts_with("mine");
        let owner = Checker::default();
        let mut context = Context { shape, hints, ..owner.context() };
        if documented {
            context.trust = Trust::Documented;
        }
        if lists {
            context.linked_accounts = Some(&linked);
            context.custom_apps = Some(&custom);
        }
        let header = format!("slug,linked_account_id,{}\n", FIELDS.join(","));
        let files = [
            (FileFormat::Ndjson, "", rows.iter().map(|row| json(row, is_typed)).collect::<Vec<_>>()),
            (FileFormat::Csv, &*header, rows.iter().map(csv).collect()),
        ];
        for (format, header, rows) in files {
            let twice = [&rows[..], &rows].concat();
            let alone: Vec<_> =
                twice.iter().flat_map(|row| check(&context, format, header, std::slice::from_ref(row), repairs)).collect();
            prop_assert_eq!(check(&context, format, header, &twice, repairs), alone);
        }
    }
}

#[test]
fn every_row_is_repaired_without_hints() {
    let owner = Checker::default();
    let context = Context { hints: false, ..owner.context() };
    let row = ("stripe", "fake-1", vec![None, None, None, Some(" fake-1"), None, None]);
    let repaired = check(&context, FileFormat::Ndjson, "", &vec![json(&row, false); 3], true);
    assert!(repaired.iter().all(|row| row.contains("Some(")), "{repaired:?}");
    // The text contains secrets.
    let repaired = crate::rows::Repaired { text: b"fake-1".to_vec(), edit: 0 };
    assert_eq!(format!("{repaired:?}"), "Repaired { edit: 0, .. }");
}

#[test]
fn a_slug_that_is_hidden_may_become_a_custom_app() {
    let custom = |slug: &str| slug == "mine!";
    let owner = Checker::default();
    let (plain, listed) = (owner.context(), Context { custom_apps: Some(&custom), ..owner.context() });
    let row = json(&("mine!", "fake-1", vec![None; 6]), false);
    let mut rows = owner.rows();
    let codes = [&plain, &listed]
        .map(|context| rows.push_with(row.as_bytes(), context, None)[0].rejection().map(|one| one.code().to_string()));
    assert_eq!(codes.map(Option::unwrap_or_default), ["unknown_app", "custom_app"]);
}
