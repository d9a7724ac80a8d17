//! Rows that are larger than the limits, and time and memory.

use super::{Collector, read_chunks, short};
use crate::limits::Limits;
use crate::rows::formats::json::JsonReader;

#[test]
fn a_row_that_is_too_long_is_a_fault_and_its_end_is_found() {
    let limits = Limits { request_bytes: 8, ..Limits::default() };
    let text =
        format!("[{{\"a\":12}}, {{\"a\":123}} {}, \"{}\" ,{{}}{}", " ".repeat(99), "x".repeat(99), " ".repeat(99));
    for size in [1, 2, 3, 7, 50, 999] {
        let found = read_chunks(text.as_bytes().chunks(size), limits);
        let fault = "TooLarge { what: RequestBytes, limit: 8 }";
        let long = format!("1:123 \"{}\" {fault}", "x".repeat(99));
        let expected =
            ["1:2 {\"a\":12}", &format!("1:12 {{\"a\":123}} {fault}"), &long, "1:226 {}", "1:327  ArrayNotClosed"];
        assert_eq!(short(&found.found, &text), expected);
    }
    // White space after a broken row is not part of it.
    let text = format!("[{{\"a\":\"\n{}{{\"b\":1}}]", " ".repeat(99));
    for size in [1, 5, 50, 999] {
        let found = read_chunks(text.as_bytes().chunks(size), limits);
        assert_eq!(short(&found.found, &text), ["1:2 {\"a\":\"", "2:100 {\"b\":1}"]);
    }
}

#[test]
fn a_row_that_is_nested_too_deeply_is_a_fault_and_its_end_is_found() {
    let limits = Limits { nesting: 2, ..Limits::default() };
    let read = |text: &str| {
        let found = read_chunks([text.as_bytes()].into_iter(), limits);
        assert_eq!(read_chunks(text.as_bytes().chunks(1), limits), found);
        short(&found.found, text)
    };
    let fault = "TooLarge { what: Nesting, limit: 2 }";
    assert_eq!(read("[[{}],{}]"), ["1:2 [{}]", "1:7 {}"]);
    assert_eq!(read("[[{\"a\":[{}]}],{}]"), [&format!("1:2 [{{\"a\":[{{}}]}}] {fault}"), "1:15 {}"]);
    assert_eq!(read("[{\"a\":[{]},{}]"), [&format!("1:2 {{\"a\":[{{]}} {fault}"), "1:12 {}"]);
    assert_eq!(read("[[[[}]]],{}]"), [&format!("1:2 [[[}}]]] {fault}"), "1:10 {}"]);
    let deep = "[".repeat(1 << 20) + &"}".repeat(1 << 20);
    assert_eq!(read(&format!("[{deep}")).len(), 2);
}

#[test]
fn time_is_linear_in_the_brackets() {
    let limits = Limits { nesting: usize::MAX, ..Limits::default() };
    let many = 1 << 20;
    for (open, close) in [("[", "}"), ("{", "]"), ("[{", "]"), ("{[", "}"), ("[", "]}"), ("\"", "\n"), ("{\"\n", "{")] {
        let text = format!("[{}{}", open.repeat(many), close.repeat(many));
        let whole = read_chunks([text.as_bytes()].into_iter(), limits);
        assert_eq!(read_chunks(text.as_bytes().chunks(4096), limits).found.len(), whole.found.len());
    }
}

#[test]
fn only_the_bytes_of_the_current_row_are_kept() {
    let mut reader = JsonReader::new(3, Limits { request_bytes: 9, ..Limits::default() });
    let mut found = Collector::default();
    for (chunk, kept) in [("[{\"a\":", 5), ("1}, ", 0), ("\"fake-to", 8), ("ken", 0), ("\",{}", 0), ("]", 0)] {
        reader.push(chunk.as_bytes(), &mut found);
        assert_eq!(reader.row.kept().len(), kept, "{chunk}");
    }
    reader.end(&mut found);
    let places: Vec<_> = found.found.iter().map(|one| (one.place.start, one.place.end)).collect();
    assert_eq!(places, [(4, 11), (13, 25), (26, 28)]);
}
