//! Which rows have a shape, and how long a row may be.

use super::*;
use crate::Checker;
use crate::context::Context;
use crate::rows::row_check::RowCheck;
use crate::rows::row_state::RowState;
use crate::rows::{CheckedRow, List, RowOptions};

/// Returns how many of these rows have a cached outcome after all of them were read.
fn cached(rows: &[&str]) -> usize {
    let checker = Checker::default();
    let context = Context { hints: false, ..checker.context() };
    let mut state = RowState::new(RowOptions::default());
    let mut check = RowCheck::new(&mut state, &context, None);
    let mut reader = NdjsonReader::new(0, Limits::default());
    rows.iter().for_each(|row| {
        reader.push(row.as_bytes(), &mut check);
    });
    let mut scratch = Scratch::default();
    let is_cached = |row: &&&str| {
        scratch.bitmasks.scan(row.as_bytes());
        reader.cached_row(row.as_bytes(), 0, &mut scratch, &mut check) == Some(row.len())
    };
    rows.iter().filter(is_cached).count()
}

#[test]
fn rows_of_every_script_are_cached() {
    let rows = [
        "{\"slug\":\"slack\",\"linked_account_id\":\"a\",\"auth_object\":{\"access_token\":\"fake\"}}\n",
        "{\"auth_object\": {\"oauth2\": {\"access_token\": \"fake\"}}, \"slug\": \"slack\"}\r\n",
        "{ \"slug\" : \"slack\", \"auth_object\" : { \"access_token\" : \"fake\" } }\n",
        "{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\"-----BEGIN\\nfake\\\"\"}}\n",
        "{\"slug\":\"slack\",\"auth_object\":{\"access_token\":-1.5e3,\"refresh_token\":null}}\n",
        "{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\"\",\"refresh_token\":\" \\t\"}}\n",
        "{\"slug\":\"slack\",\"auth_object\":[{\"access_token\":\"fake\"},[],true]}\n",
    ];
    for row in rows {
        assert_eq!(cached(&[row]), 1, "{row}");
    }
    assert_eq!(cached(&rows), rows.len());
}

#[test]
fn no_value_is_cached() {
    for row in [
        "{\"slug\":\"slack\",\"auth_object\":{\"access_token\":[\"fake\"]}}\n",
        "{\"slug\":\"slack\",\"auth_object\":{\"access_token\" :  \"fake\"}}\n",
        "{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\" fake\"}}\n",
        "{\"slug\":\"slack\",\"auth_object\":{\"slug\":\"fake\"}}\n",
        "{\"slug\":\"slack\",\"auth_object\":{\"access_token:\":\"fake\"}}\n",
        "{\"slug\":\"slack\",\"auth_object\":{\"0123456789abcdef\":\"fake\"}}\n",
    ] {
        assert_eq!(cached(&[row]), 0, "{row}");
    }
}

/// Returns the line, the bytes and the code of each row.
fn listed(file: &str, size: usize) -> Vec<(u64, u64, u64, u8, String)> {
    let checker = Checker::builder().limits(Limits { request_bytes: 20, ..Limits::default() }).build();
    let format = Some(crate::rows::FileFormat::Ndjson);
    let options = RowOptions { list: List::All, format, ..RowOptions::default() };
    let mut rows = checker.rows_with(options);
    let mut listed: Vec<CheckedRow> = file.as_bytes().chunks(size).flat_map(|chunk| rows.push(chunk)).collect();
    let report = rows.end();
    assert_eq!(report.lines, file.lines().count() as u64);
    listed.extend(report.rows);
    let code = |row: &CheckedRow| row.rejection().map(|rejection| rejection.code().to_string()).unwrap_or_default();
    listed.iter().map(|row| (row.line, row.start, row.end, row.line_end, code(row))).collect()
}

#[test]
fn a_row_that_is_too_long_is_skipped() {
    let long = "x".repeat(30);
    let file = format!("12345678901234567890\r\n123456789012345678901\r\n{long}\n{long}\r\n\n{long}");
    let row = |line, start, end, line_end, code: &str| (line, start, end, line_end, code.to_owned());
    let expected = [
        row(1, 0, 20, 2, "invalid_json"),
        row(2, 22, 43, 2, "too_large"),
        row(3, 45, 75, 1, "too_large"),
        row(4, 76, 106, 2, "too_large"),
        row(6, 109, 139, 0, "too_large"),
    ];
    for size in 1..file.len() {
        assert_eq!(listed(&file, size), expected, "{size}");
    }
}

#[test]
fn the_largest_limit_allows_a_row_that_is_in_two_chunks() {
    let limits = Limits { request_bytes: usize::MAX, ..Limits::default() };
    let mut rows = Checker::builder().limits(limits).build().rows();
    rows.push(b"{\"slug\":\"slack\",\"auth_ob");
    rows.push(b"ject\":{\"bot_token\":\"fake\"}}\n{\"slug\":\"slack\",\"auth_object\":{\"bot_token\":\"fake\"}}");
    assert_eq!(rows.end().accepted, 2);
}
