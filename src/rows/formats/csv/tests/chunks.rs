//! Any split into chunks gives the same rows, and every row is where its place says.

use proptest::prelude::*;

use super::{File, read_in_chunks};
use crate::limits::{Limit, Limits};
use crate::rows::RowFault;
use crate::rows::formats::pieces::PIECES;

const STARTS: [&str; 4] = ["slug,\"a\",b\n", "sep=;\r\nslug;a;b\r\n", "\n \nslug,auth_object,c\r", "slug\n"];

fn verify(text: &[u8], file: &File, limits: Limits) {
    let mut at = file.header_bytes.unwrap_or(text.len() as u64);
    for row in &file.rows {
        let place = row.place;
        assert!(at <= place.start && place.start < place.end && place.column == 1, "{place:?}");
        // Nothing but line ends, delimiters, quotes and blanks is passed over.
        let passed_over = &text[at as usize..place.start as usize];
        assert!(passed_over.iter().all(|byte| b"\r\n\t \",;".contains(byte)), "{passed_over:?}");
        let (bytes, after) = text[place.start as usize..].split_at((place.end - place.start) as usize);
        match place.line_end {
            0 => assert!(after.is_empty()),
            1 => assert!(after[0] == b'\n' || after[0] == b'\r' && after.get(1) != Some(&b'\n')),
            _ => assert!(after.starts_with(b"\r\n")),
        }
        let before = String::from_utf8_lossy(&text[..place.start as usize]).replace("\r\n", "\n").replace('\r', "\n");
        assert_eq!(place.line, before.matches('\n').count() as u64 + 1);
        if !matches!(row.read, Err(RowFault::TooLarge { what: Limit::RequestBytes, .. } | RowFault::NotClosed)) {
            assert!(bytes.len() <= limits.request_bytes || row.read == Err(RowFault::Misquoted));
        }
        at = place.end + u64::from(place.line_end);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_chunks_give_the_same_rows(
        start in prop::sample::select(&STARTS[..]),
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40),
        size in 1..10_usize,
        request_bytes in prop_oneof![3..40_usize, Just(Limits::REQUEST_BYTES)],
        cells in 1..6_usize,
        cut in 0..2_usize,
    ) {
        let text = format!("{start}{}", pieces.concat());
        let text = &text.as_bytes()[..text.len() - cut];
        let limits = Limits { request_bytes: request_bytes.max(20), nesting: 1, cells, ..Limits::default() };
        let whole = read_in_chunks([text].into_iter(), limits);
        prop_assert_eq!(&read_in_chunks(text.chunks(size), limits), &whole);
        verify(text, &whole, limits);
    }
}

#[test]
fn a_line_end_may_be_split() {
    for text in ["slug,a\r\ngmail,x\r\n\r\nslack,y\r\n", "slug,a\rgmail,x\r\rslack,y\r", "slug,a\ngmail,x\n\nslack,y"] {
        for size in 1..5 {
            let file = read_in_chunks(text.as_bytes().chunks(size), Limits::default());
            let lines: Vec<_> = file.rows.iter().map(|row| row.place.line).collect();
            assert_eq!(lines, [2, 4], "{text:?}");
        }
    }
}

#[test]
fn a_byte_order_mark_in_the_middle_is_kept() {
    let file = super::read("slug,a\n\u{feff}gmail,x\n\"a\n\u{feff}gmail,y\n");
    assert!(file.requests()[0].contains("\u{feff}gmail") && file.requests()[2].contains("\u{feff}gmail"));
}
