//! The outcome of a row depends only on the row: not on the chunks, and not on the rows before it.

mod alone;
mod batches;
mod linear;

use proptest::prelude::*;

use super::*;
use crate::context::Trust;
use crate::request::Shape;
use crate::rows::{List, RowCode};
use crate::verdict::Code;

const ROWS: &str = concat!(
    "{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\"fake-token\"}}\n",
    "\n",
    "{\"slug\":\"slack\",\"linked_account_id\":\"a\",\"auth_object\":{\"access_token\":1}}\r\n",
    "not json\n",
    "{\"slug\":\"nobody_knows\",\"auth_object\":{\"x\":\"y\"}}",
);

fn check(rows: &[u8]) -> Report {
    check_in_chunks(&Checker::default(), rows, rows.len().max(1), RowOptions::default())
}

/// Returns the report with every listed row.
fn check_in_chunks(checker: &Checker, rows: &[u8], size: usize, options: RowOptions) -> Report {
    let mut checker = checker.rows_with(options);
    let mut listed: Vec<_> = rows.chunks(size).flat_map(|chunk| checker.push(chunk)).collect();
    let mut report = checker.end();
    listed.append(&mut report.rows);
    Report { rows: listed, ..report }
}

fn json(report: &Report) -> String {
    serde_json::to_string(report).unwrap_or_default()
}

#[test]
fn every_chunking_gives_the_same_report() {
    let rows = [ROWS, "\n", ROWS, "\n", ROWS].concat();
    let options = RowOptions { list: List::All, ..RowOptions::default() };
    let whole = json(&check_in_chunks(&Checker::default(), rows.as_bytes(), rows.len(), options));
    for size in 1..rows.len() {
        assert_eq!(json(&check_in_chunks(&Checker::default(), rows.as_bytes(), size, options)), whole);
    }
}

#[test]
fn lines_count_from_one_and_blank_ones_count() {
    let report = check(ROWS.as_bytes());
    assert_eq!((report.total, report.accepted, report.rejected), (4, 1, 3));
    let lines: Vec<u64> = report.rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [3, 4, 5]);
    assert_eq!(report.rows[0].linked_account_id.as_deref(), Some("a"));
}

#[test]
fn every_row_is_checked_with_the_catalogue_of_the_checker() {
    let row = b"{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\"fake-token\"}}\n";
    let other_shape = b"{\"auth_object\":{\"access_token\":\"fake-token\"},\"slug\":\"slack\"}";
    let mut catalog = crate::Catalog::default();
    catalog.register("slack", b"{\"keybased\":{\"other\":\"string\"}}").unwrap();
    let other = Checker::builder().catalog(catalog).build();
    let mut rows = Checker::default().rows();
    assert!(rows.push(row).is_empty());
    assert!(rows.push_with(row, &other.context(), None).is_empty());
    assert!(rows.push_with(other_shape, &other.context(), None).is_empty());
    let report = rows.end_with(&other.context(), None);
    assert_eq!((report.accepted, report.by_app[0].1.accepted), (3, 3));
}

#[test]
fn other_options_empty_the_cache() {
    let row = b"{\"slug\":\"copper\",\"auth_object\":{\"keybased\":{\"made_up\":\"fake\"}}}\n";
    let rows = [&row[..], row].concat();
    let custom = |slug: &str| slug == "copper";
    let owner = Checker::default();
    let plain = owner.context();
    let flat = Context { shape: Some(Shape::Flat), ..plain };
    let listed = Context { custom_apps: Some(&custom), ..plain };
    let codes = |checker: &mut RowChecker, context: &Context<'_>| {
        let listed = checker.push_with(&rows, context, None);
        listed.iter().filter_map(|row| Some(row.rejection()?.code())).collect::<Vec<_>>()
    };
    let expected = [(plain, Code::KeybasedFields), (listed, Code::CustomApp), (flat, Code::InvalidValue)];
    for (first, code) in &expected {
        let mut checker = owner.rows();
        assert_eq!(codes(&mut checker, first), [RowCode::Rule(*code); 2]);
        for (context, code) in &expected {
            assert_eq!(codes(&mut checker, context), [RowCode::Rule(*code); 2]);
        }
    }
}

#[test]
fn a_cached_row_must_be_utf8() {
    let row = b"{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\"fake!\"}}\n";
    let broken: Vec<u8> = row.iter().map(|byte| if *byte == b'!' { 0xFF } else { *byte }).collect();
    let report = check(&[&row[..], row, &broken].concat());
    assert_eq!(report.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [3]);
}

/// Rows with the same keys and different values: strings of all kinds, and other values.
fn rows() -> impl Strategy<Value = Vec<String>> {
    let slug = prop::sample::select(vec!["copper", "slack", "custom", "mine", "nobody", "sla\\u0063k", "", " "]);
    let account = prop::sample::select(vec![
        "",
        "\"linked_account_id\":@,",
        "\"linked_account_id\":[@],",
        "\"linked_account_id\": @, \"linked_account_id\":@,",
        "\"n\":1,",
        "\"n\":@,",
        "\"slug\":@,",
        "\"slug\" : @,",
        "\"a:\":@,",
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
        "-1.5e3",
        "01",
        "1x",
        "\" \\t\"",
        "\"a:\\\"b\"",
        "\"\\x\"",
        "[\"a\"]",
        "[\"a:\",\"b\",7]",
        "{\"a\":\"b\"}",
        "\"fake",
    ]);
    let values = prop::collection::vec(prop_oneof![4 => text, 1 => odd], 5);
    let keys = prop::collection::vec(key, 0..3);
    let space = prop::sample::select(vec!["", " ", "  "]);
    (slug, account, keys, around, space, end, prop::collection::vec(values, 4)).prop_map(
        |(slug, account, keys, (before, after), space, end, values)| {
            let fields: Vec<String> = keys.iter().map(|key| format!("\"{key}\":{space}@")).collect();
            let form =
                format!("{{\"slug\":\"{slug}\",{account}\"auth_object\":{before}{{{}}}{after}{end}", fields.join(","));
            let fill = |values: &Vec<&str>| values.iter().fold(form.clone(), |row, value| row.replacen('@', value, 1));
            values.iter().map(fill).collect()
        },
    )
}

/// Returns a row as JSON, as if so many lines and bytes were not before it.
fn words(row: &CheckedRow, lines: u64, bytes: u64) -> serde_json::Value {
    let mut row = row.clone();
    row.line -= lines;
    row.start -= bytes;
    row.end -= bytes;
    let mut words = serde_json::to_value(&row).unwrap_or_default();
    // The place of a fault is in the file, also in its help text.
    if let Some(issue) = words.pointer_mut("/issues/0").and_then(serde_json::Value::as_object_mut)
        && let Some(line) = issue.get("line").and_then(serde_json::Value::as_u64)
    {
        issue.insert("line".into(), (line - lines).into());
        issue.remove("help");
    }
    words
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn a_cached_row_is_checked_as_a_new_one(rows in rows(), documented in any::<bool>(), hints in any::<bool>()) {
        let known = |id: &str| id != "b";
        let custom = |slug: &str| slug == "mine";
        let trust = if documented { Trust::Documented } else { Trust::All };
        let owner = Checker::default();
        let context =
            Context { linked_accounts: Some(&known), custom_apps: Some(&custom), trust, hints, ..owner.context() };
        let options = RowOptions { list: List::All, format: Some(FileFormat::Ndjson), ..RowOptions::default() };
        let mut checker = owner.rows_with(options);
        let (mut lines, mut bytes) = (0, 0);
        for row in rows.iter().chain(&rows) {
            let listed = checker.push_with(row.as_bytes(), &context, None);
            // A checker with an empty cache.
            let alone = owner.rows_with(options).push_with(row.as_bytes(), &context, None);
            let listed: Vec<_> = listed.iter().map(|row| words(row, lines, bytes)).collect();
            let alone: Vec<_> = alone.iter().map(|row| words(row, 0, 0)).collect();
            prop_assert_eq!(listed, alone, "{}", row);
            lines += 1;
            bytes += row.len() as u64;
        }
    }
}

#[test]
fn a_header_without_a_line_end_is_complete_at_the_end() {
    for header in ["slug,access_token", "slug,access_token\r"] {
        assert_eq!(check(header.as_bytes()).header_bytes, header.len() as u64);
    }
}

#[test]
fn lines_end_where_a_file_is_unreadable() {
    let rows = b"access_token\n\nfake-1\n\n\nfake-2\n";
    let options = RowOptions { format: Some(FileFormat::Csv), ..RowOptions::default() };
    let lines = [1, 2, 5, rows.len()].map(|size| check_in_chunks(&Checker::default(), rows, size, options).lines);
    assert_eq!(lines, [1; 4]);
}

#[test]
fn the_length_of_a_row_is_that_in_the_file() {
    let row = "hubspot,account:12345,fake-access-token,fake-refresh-token\n";
    let file = ["slug,linked_account_id,access_token,refresh_token\n", row, row].concat();
    let limits = crate::Limits { request_bytes: row.len() - 1, ..crate::Limits::default() };
    let mut rows = Checker::builder().limits(limits).build().rows();
    rows.push(file.as_bytes());
    assert_eq!(rows.end().accepted, 2);
}

#[test]
fn other_limits_apply_to_rows_of_known_shapes() {
    let checker = Checker::default();
    let mut context = checker.context();
    let mut rows = checker.rows();
    let row = b"{\"slug\":\"slack\",\"auth_object\":{\"bot_token\":\"fake-token\"}}\n";
    for (keys, listed) in [(3, 0), (2, 1), (3, 0)] {
        context.limits.keys = keys;
        for _ in 0..3 {
            assert_eq!(rows.push_with(row, &context, None).len(), listed, "{keys}");
        }
    }
}
