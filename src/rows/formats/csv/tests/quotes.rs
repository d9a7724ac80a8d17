//! Quotes, faults and limits.

use super::{File, read, read_in_chunks, row};
use crate::limits::{Limit, Limits};
use crate::rows::{RowFault, Unreadable};

fn limited(text: &str, limits: Limits) -> File {
    let whole = read_in_chunks([text.as_bytes()].into_iter(), limits);
    assert_eq!(read_in_chunks(text.as_bytes().chunks(1), limits), whole);
    whole
}

#[test]
fn a_value_in_quotes_may_contain_anything() {
    let file = read("slug,a,b\r\n\"gmail\",\"x\"\"y\r\nz,\",\"\"\r\ngmail,1\"2,3\"\n");
    assert_eq!(
        file.requests(),
        [
            r#"{"slug":"gmail","auth_object":{"a":"x\"y\r\nz,"}}"#,
            r#"{"slug":"gmail","auth_object":{"a":"1\"2","b":"3\""}}"#
        ]
    );
    assert_eq!(file.faults(), [(2, None), (4, None)]);
}

#[test]
fn a_quote_that_is_not_closed_rejects_its_line_only() {
    let file = read("slug,a\ngmail,\"x\ngmail,y\n\ngmail,z");
    assert_eq!(file.faults(), [(2, Some(RowFault::NotClosed)), (3, None), (5, None)]);
    assert_eq!(read("slug,a\ngmail,\"").faults(), [(2, Some(RowFault::NotClosed))]);
    assert_eq!(read("slug,a\ngmail,\"x\"").faults(), [(2, None)]);
}

#[test]
fn a_value_that_goes_on_after_its_quote_is_rejected() {
    assert_eq!(row("slug,a", "gmail,\"abc\"def"), Err(RowFault::Misquoted));
    let file = read("slug,a,b\ngmail,\"x,y\ngmail,z,1\ngmail,\"a\",b\ngmail,c,d\n");
    assert_eq!(file.faults(), [(2, Some(RowFault::Misquoted)), (3, None), (4, None), (5, None)]);
}

#[test]
fn a_row_that_is_too_long_is_rejected_once() {
    let limits = Limits { request_bytes: 10, ..Limits::default() };
    let file = limited("slug,a\ngmail,1234\ngmail,12345\r\ngmail,12345,\"\ngmail,\"x\ngmail,\"x\",123456", limits);
    let too_long = || Some(RowFault::TooLarge { what: Limit::RequestBytes, limit: 10 });
    assert_eq!(
        file.faults(),
        [(2, None), (3, too_long()), (4, too_long()), (5, Some(RowFault::NotClosed)), (6, too_long())]
    );
    assert_eq!((file.rows[1].place.start, file.rows[1].place.end, file.rows[1].place.line_end), (18, 29, 2));
    let file = limited("slug,a\ngmail,\"123456789\ngmail,x\n", limits);
    assert_eq!(file.faults(), [(2, Some(RowFault::NotClosed)), (3, None)]);
}

#[test]
fn a_row_with_too_many_cells_is_rejected() {
    let limits = Limits { cells: 2, ..Limits::default() };
    let file = limited("slug,a\ngmail,x,\ngmail,x\n", limits);
    assert_eq!(file.faults(), [(2, Some(RowFault::TooLarge { what: Limit::Cells, limit: 2 })), (3, None)]);
    let many = format!("slug,a\ngmail,x{}\n", ",".repeat(1000));
    assert_eq!(read(many).faults(), [(2, None)]);
}

#[test]
fn bytes_that_are_not_utf8_reject_their_row_only() {
    let file = read(b"slug,a\ngmail,caf\xE9\ngmail,caf\xC3\xA9\n");
    assert_eq!(file.faults(), [(2, Some(RowFault::NotUtf8)), (3, None)]);
}

#[test]
fn rows_without_values_are_passed_over() {
    let file = read("slug,a,b\n\n,,\n\"\",,\n   \ngmail,x\n,,,,,,\n");
    assert_eq!(file.faults(), [(6, None)]);
}

#[test]
fn short_rows_have_empty_cells_and_long_ones_are_rejected() {
    assert!(row("slug,a,b,c", "gmail,x").is_ok());
    assert!(row("slug,a", "gmail,x,,,").is_ok());
    assert_eq!(row("slug,a", "gmail,x,,y,"), Err(RowFault::TooManyCells { columns: 2, cells: 4 }));
    assert_eq!(row("slug,a", "-----END PRIVATE KEY-----"), Err(RowFault::OneCell { columns: 2 }));
    assert!(row("slug,a", "gmail").is_ok() && row("slug", "gmial").is_ok());
}

#[test]
fn the_header_may_be_unreadable() {
    for (text, reason) in [
        ("slug,\"a\n", Unreadable::Header { fault: RowFault::NotClosed }),
        ("slug,\"a\"b\ngmail,x\n", Unreadable::Header { fault: RowFault::Misquoted }),
        ("a,b\ngmail,x\n", Unreadable::NoSlug { columns: 2 }),
        ("slug,a, a \n", Unreadable::SameColumn { first: 2, second: 3 }),
    ] {
        let file = read(text);
        assert_eq!((file.unreadable, file.rows), (vec![reason], Vec::new()), "{text}");
    }
    assert_eq!(read("\n\r\n"), File::default());
}
