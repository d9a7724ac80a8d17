//! What is a row, and what broken JSON costs.

mod any_chunks;
mod limits;

use super::JsonReader;
use crate::limits::Limits;
use crate::rows::formats::{Place, Sink};
use crate::rows::{Note, RowFault, Unreadable};

/// What a sink was given.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    row: Option<String>,
    fault: Option<RowFault>,
    place: Place,
}

#[derive(Debug, Default, PartialEq)]
struct Collector {
    found: Vec<Found>,
    notes: Vec<Note>,
}

impl Found {
    fn source<'a>(&self, text: &'a str) -> &'a [u8] {
        let range = self.place.start as usize..self.place.end as usize;
        text.as_bytes().get(range).unwrap_or_default()
    }
}

impl Sink for Collector {
    fn json(&mut self, row: &[u8], place: &Place) {
        self.found.push(Found { row: Some(String::from_utf8_lossy(row).into()), fault: None, place: *place });
    }

    fn fault(&mut self, fault: RowFault, place: &Place) {
        self.found.push(Found { row: None, fault: Some(fault), place: *place });
    }

    fn note(&mut self, note: Note) {
        self.notes.push(note);
    }

    fn unreadable(&mut self, reason: Unreadable) {
        unreachable!("{reason}");
    }
}

fn read_chunks<'a>(chunks: impl Iterator<Item = &'a [u8]>, limits: Limits) -> Collector {
    let mut found = Collector::default();
    let mut reader = JsonReader::new(0, limits);
    chunks.for_each(|chunk| {
        reader.push(chunk, &mut found);
    });
    reader.end(&mut found);
    found
}

fn read(text: &str) -> Vec<Found> {
    read_chunks([text.as_bytes()].into_iter(), Limits::default()).found
}

/// Returns each row or fault in short: `2:1 {}` for a row, with its line and column.
fn short(found: &[Found], text: &str) -> Vec<String> {
    let one = |found: &Found| {
        let source = String::from_utf8_lossy(found.source(text));
        assert_eq!(found.row.as_deref().unwrap_or(&source), source);
        let fault = found.fault.as_ref().map(|fault| format!(" {fault:?}")).unwrap_or_default();
        format!("{}:{} {source}{fault}", found.place.line, found.place.column)
    };
    found.iter().map(one).collect()
}

fn gives(text: &str, expected: &[&str]) {
    assert_eq!(short(&read(text), text), expected, "{text}");
}

#[test]
fn an_array() {
    gives("", &[]);
    gives(" \n ", &[]);
    gives("[]", &[]);
    gives("\n[ ]\n", &[]);
    gives("[{\"a\":[1,{}]},{}]", &["1:2 {\"a\":[1,{}]}", "1:15 {}"]);
    gives("[\r\n  {\"a\":\r\n  1},\r\n\t{}\r\n]\r\n", &["2:3 {\"a\":\r\n  1}", "4:2 {}"]);
    gives("[{\"\u{1f511}\":\"]}\\\"\"} , {}]", &["1:2 {\"\u{1f511}\":\"]}\\\"\"}", "1:18 {}"]);
}

#[test]
fn values_one_after_another() {
    gives("{}{}\n{\n}\t{}", &["1:1 {}", "1:3 {}", "2:1 {\n}", "3:3 {}"]);
    gives("{\"a\":1}\n[{}]\n", &["1:1 {\"a\":1}", "2:1 [{}]"]);
    gives("1 \"a b\"true\nnull", &["1:1 1", "1:3 \"a b\"", "1:8 true", "2:1 null"]);
    gives("{},{}", &["1:1 {}", "1:3 ,", "1:4 {}"]);
    gives("{\"a\":1\n", &["1:1 {\"a\":1"]);
}

#[test]
fn what_is_no_object_is_a_row() {
    gives("[1,\"a\",[2],true , null]", &["1:2 1", "1:4 \"a\"", "1:8 [2]", "1:12 true", "1:19 null"]);
    gives("[x]", &["1:2 x"]);
}

#[test]
fn a_comma_is_missing() {
    gives("[{}{}\n{}]", &["1:2 {}", "1:4 {} MissingComma", "2:1 {} MissingComma"]);
    gives("[{\"a\":1} x {\"b\":2}]", &["1:2 {\"a\":1}", "1:10 x MissingComma", "1:12 {\"b\":2} MissingComma"]);
    gives("[{\"a\":1}x{\"b\":2}]", &["1:2 {\"a\":1}", "1:9 x MissingComma", "1:10 {\"b\":2} MissingComma"]);
    gives("[1 2]", &["1:2 1", "1:4 2 MissingComma"]);
    gives("[{}}, {}]", &["1:2 {}", "1:4 } MissingComma", "1:7 {}"]);
    gives("[x\"a\"[1]]", &["1:2 x", "1:3 \"a\" MissingComma", "1:6 [1] MissingComma"]);
}

#[test]
fn an_element_is_missing() {
    gives("[,{}]", &["1:2  MissingElement", "1:3 {}"]);
    gives("[{},\n,{}]", &["1:2 {}", "2:1  MissingElement", "2:2 {}"]);
    gives("[,]", &["1:2  MissingElement"]);
}

#[test]
fn the_array_ends_too_early_or_too_late() {
    gives("[{}] x\n[{}]", &["1:2 {}", "1:6  AfterArray"]);
    gives("[]\n\n]", &["3:1  AfterArray"]);
    gives("[{}", &["1:2 {}", "1:4  ArrayNotClosed"]);
    gives("[{},\n{\"a\":1 \n", &["1:2 {}", "2:1 {\"a\":1", "3:1  ArrayNotClosed"]);
    gives("[", &["1:2  ArrayNotClosed"]);
}

#[test]
fn brackets_that_do_not_match() {
    gives("[{\"a\":[},{}]", &["1:2 {\"a\":[}", "1:10 {}"]);
    gives("[[{],{}]", &["1:2 [{]", "1:6 {}"]);
    // The bracket of the array closes what is left open in its last row.
    gives("[{\"a\":1 ]\n", &["1:2 {\"a\":1"]);
    gives("[[}]]", &["1:2 [}]"]);
    gives("{]}{}", &["1:1 {]}", "1:4 {}"]);
}

#[test]
fn a_string_that_is_not_closed_ends_at_its_line() {
    let row = "{\"a\":\"b,\n{\"c\":1},\n{\"d\":1}";
    gives(&format!("[{row}]"), &["1:2 {\"a\":\"b,", "2:1 {\"c\":1}", "3:1 {\"d\":1}"]);
    gives(row, &["1:1 {\"a\":\"b,", "2:1 {\"c\":1}", "2:8 ,", "3:1 {\"d\":1}"]);
    gives("[{\"a\":\"b\\\n  ]", &["1:2 {\"a\":\"b\\"]);
    gives("[\"a\r\n,{}]", &["1:2 \"a", "2:2 {}"]);
    // A row with an even number of line ends in strings.
    gives("[{\"a\":\"b\nc\"},\n{}]", &["1:2 {\"a\":\"b\nc\"},", "3:1 {}"]);
}

#[test]
fn what_is_broken_costs_the_rows_that_it_is_in() {
    let text =
        "[\n{\"a\":1}\n{\"a\":1},\n{\"a\":[},\n,\n{\"a\":1},\n{\"slug\":\"gm\nail\"},\nword,\n{\"a\":1},\n] x\n[";
    gives(
        text,
        &[
            "2:1 {\"a\":1}",
            "3:1 {\"a\":1} MissingComma",
            "4:1 {\"a\":[}",
            "5:1  MissingElement",
            "6:1 {\"a\":1}",
            "7:1 {\"slug\":\"gm\nail\"},\nword,",
            "10:1 {\"a\":1}",
            "11:3  AfterArray",
        ],
    );
}

/// Reads a text in chunks of every size up to its length, which give the same. Returns the rows in short, and the notes.
fn with_notes(text: &str, limits: Limits) -> (Vec<String>, Vec<String>) {
    let whole = read_chunks([text.as_bytes()].into_iter(), limits);
    for size in 1..=text.len() {
        assert_eq!(read_chunks(text.as_bytes().chunks(size), limits), whole, "{text}");
    }
    (short(&whole.found, text), whole.notes.iter().map(|note| format!("{note:?}")).collect())
}

#[test]
fn comments_between_rows_are_skipped() {
    let text = "// a [\n[\n  // \"b\n  {\"a\":1}, /* {} **/ # c\n  {\"a\":\"//\"} /* d */,\n {\"a\":2},\n]\n// e";
    let (rows, notes) = with_notes(text, Limits::default());
    assert_eq!(rows, ["4:3 {\"a\":1}", "5:3 {\"a\":\"//\"}", "6:2 {\"a\":2}"]);
    assert_eq!(notes[0], "Comments { line: 1 }");
    assert_eq!(notes.last().unwrap(), "Comments { line: 8 }");
    assert!(notes.contains(&"TrailingComma { line: 7 }".to_owned()));
    let (rows, notes) = with_notes("[{} / {}]", Limits::default());
    assert_eq!((rows, notes.len()), (vec!["1:2 {}".into(), "1:7 {} MissingComma".into()], 1));
    gives("[{\"a\":1 // b\n}, {}]", &["1:2 {\"a\":1 // b\n}", "2:4 {}"]);
}

#[test]
fn an_answer_is_read_as_its_list() {
    let wrapped = |key: &str| format!("Wrapped {{ key: \"{key}\" }}");
    let more = |key: &str| format!("MorePages {{ key: \"{key}\" }}");
    let one = "{\n \"data\": [\n  {\"slug\":1},\n  {\"slug\":2}\n ],\n \"page_info\": {\"count\":2}\n}\n";
    let rows = ["3:3 {\"slug\":1}", "4:3 {\"slug\":2}"];
    for limits in [Limits::default(), Limits { request_bytes: 20, ..Limits::default() }] {
        let (found, notes) = with_notes(one, limits);
        assert_eq!(found, rows, "{limits:?}");
        let is_kept = limits.request_bytes > 20;
        assert_eq!(notes, [&[wrapped("data")][..], &vec![more("page_info"); usize::from(is_kept)]].concat());
    }
    let pages = "{\"items\":[{\"a\":1}],\"next\":\"b\"}\n{\"items\":[{\"a\":2},{}],\"next\":null} {\"slug\":3}";
    for limits in [Limits::default(), Limits { request_bytes: 14, ..Limits::default() }] {
        let (found, notes) = with_notes(pages, limits);
        assert_eq!(found, ["1:11 {\"a\":1}", "2:11 {\"a\":2}", "2:19 {}", "2:36 {\"slug\":3}"], "{limits:?}");
        assert_eq!(notes, [wrapped("items"), more("next"), wrapped("items")]);
    }
    let deep = "{\"a\":{\"b\":[{\"c\":[1]}, 2]},\"d\":[{}]} {\"slug\":3}";
    for request_bytes in [Limits::REQUEST_BYTES, 13, 20] {
        let (found, notes) = with_notes(deep, Limits { request_bytes, ..Limits::default() });
        assert_eq!(found, ["1:12 {\"c\":[1]}", "1:23 2", "1:37 {\"slug\":3}"], "{request_bytes}");
        assert_eq!(notes, [wrapped("a.b")]);
    }
}

#[test]
fn an_answer_may_be_broken() {
    let short = |text: &str| with_notes(text, Limits::default()).0;
    assert_eq!(short("{\"data\":[{\"a\":1},{\"a\""), ["1:10 {\"a\":1}", "1:18 {\"a\"", "1:22  ArrayNotClosed"]);
    assert_eq!(short("{\"data\":[{\"a\":1}}"), ["1:10 {\"a\":1}", "1:17 } MissingComma", "1:18  ArrayNotClosed"]);
    assert_eq!(short("{\"data\":[{\"a\":1}]"), ["1:10 {\"a\":1}"]);
    // A string that is not closed.
    let text = "{\"data\":[\n{\"a\":\"b},\n{\"a\":1},\n{\"a\":2}],\n\"next\":null}\n{\"slug\":3}";
    assert_eq!(short(text), ["2:1 {\"a\":\"b},", "3:1 {\"a\":1}", "4:1 {\"a\":2}", "6:1 {\"slug\":3}"]);
}
