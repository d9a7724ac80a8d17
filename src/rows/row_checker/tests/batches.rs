//! Rows that are returned a few at a time are the same rows, and no more are in memory.

use proptest::prelude::*;

use super::{check_in_chunks, json};
use crate::rows::formats::PIECES;
use crate::rows::{CheckedRow, FileFormat, List, Mapping, Report, RowChecker, RowOptions};
use crate::{Checker, Limits};

/// Checks a file in chunks of a size, at most `most` rows at a time.
fn in_batches(checker: &Checker, mut rows: RowChecker, text: &[u8], size: usize, most: usize) -> Report {
    let context = checker.context();
    let mut listed: Vec<CheckedRow> = Vec::new();
    let mut take = |rows: Vec<CheckedRow>| {
        // Faults at the end of a file, such as an array that is not closed, come with its last row.
        assert!(rows.len() <= most + 2, "{} rows", rows.len());
        listed.extend(rows);
    };
    for chunk in text.chunks(size) {
        take(rows.push_up_to(most, chunk, &context, None));
        while rows.has_more() {
            take(rows.push_up_to(most, b"", &context, None));
        }
    }
    take(rows.end_up_to(most, &context, None));
    while rows.has_more() {
        take(rows.end_up_to(most, &context, None));
    }
    let report = rows.end();
    assert!(report.rows.is_empty());
    Report { rows: listed, ..report }
}

fn all(format: Option<FileFormat>) -> RowOptions {
    RowOptions { format, list: List::All, ..RowOptions::default() }
}

fn limited(request_bytes: usize) -> Checker {
    Checker::builder().limits(Limits { request_bytes, ..Limits::default() }).build()
}

/// Files of which a chunk makes many rows known.
const LATE: [(&str, &str, &str); 8] = [
    ("slug,access_token\nslack,\"", "x\n", ""),
    ("slug,access_token\nslack,\"", "x\"\"\n", "\n"),
    ("{\"data\":[{}", ",1", "]}"),
    ("{\"data\":[{}", ",1", "],\"next\":\"x\"}{}\n{}"),
    ("{\"data\":[{}", ",1", ""),
    ("{\"data\":[{}", ",1", ",\"x\n{}"),
    ("[", ",", ""),
    ("{}\n", "1\n", "2"),
];

#[test]
fn late_rows_come_in_batches() {
    for (start, row, end) in LATE {
        let text = [start, &row.repeat(500), end].concat();
        for request_bytes in [100, 1 << 24] {
            let checker = limited(request_bytes);
            let whole = check_in_chunks(&checker, text.as_bytes(), text.len(), all(None));
            assert!(whole.rows.len() >= 400, "{text}");
            for (size, most) in [(text.len(), 7), (64, 7), (1, 3), (text.len(), whole.rows.len())] {
                let rows = checker.rows_with(all(None));
                assert_eq!(
                    json(&in_batches(&checker, rows, text.as_bytes(), size, most)),
                    json(&whole),
                    "{start} {size} {most}"
                );
            }
        }
    }
}

#[test]
fn rows_with_many_issues_come_in_smaller_batches_and_share_them() {
    let columns: String = (0..300).map(|column| format!(",extra_{column}")).collect();
    let row = format!("slack,fake-token{}\n", ",x".repeat(300));
    let text = format!("slug,access_token{columns}\n{}", row.repeat(200));
    let checker = Checker::default();
    let mut rows = checker.rows();
    let listed = rows.push_batch(text.as_bytes(), &checker.context(), None);
    assert!(rows.has_more());
    let issues = listed[0].rejection().unwrap().issues.len();
    assert!(issues > 1, "{issues}");
    assert!(listed.len() * issues < 5 * RowChecker::BATCH, "{}", listed.len());
    for [a, b] in listed.array_windows() {
        assert!(std::ptr::eq(a.rejection().unwrap(), b.rejection().unwrap()));
    }
    let whole = check_in_chunks(&checker, text.as_bytes(), text.len(), RowOptions::default());
    assert_eq!(json(&in_batches(&checker, checker.rows(), text.as_bytes(), text.len(), 10)), json(&whole));
}

#[test]
fn mapped_rows_keep_their_text() {
    let text = "{\"provider\":\"slack\",\"token\":\"fake-token\"}\n".repeat(9);
    let map = || Mapping::new([("provider", "slug"), ("token", "access_token")], [], &crate::Catalog::default());
    let checker = Checker::default();
    let rows = checker.rows_with(all(None)).with_mapping(map().unwrap());
    let report = in_batches(&checker, rows, text.as_bytes(), text.len(), 2);
    assert_eq!(report.rows.len(), 9);
    assert!(report.rows.iter().all(|row| row.mapped.is_some()));
}

proptest! {
    #[test]
    fn batches_give_the_same_report(
        start in prop::sample::select(vec!["", "[", "{\"data\":[{}", "slug,a,b\n"]),
        pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40),
        format in prop::sample::select(vec![None, Some(FileFormat::Csv), Some(FileFormat::Json), Some(FileFormat::Ndjson)]),
        request_bytes in prop::sample::select(vec![12, 40, 1 << 24]),
        size in 1_usize..80,
        most in 1_usize..5,
    ) {
        let text = [start, &pieces.concat()].concat();
        let checker = limited(request_bytes);
        let whole = check_in_chunks(&checker, text.as_bytes(), text.len().max(1), all(format));
        let rows = checker.rows_with(all(format));
        prop_assert_eq!(json(&in_batches(&checker, rows, text.as_bytes(), size, most)), json(&whole));
    }
}
