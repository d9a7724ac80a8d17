//! What is a row, and what broken JSON costs.

mod any_chunks;
mod limits;

use super::JsonReader;
use crate::rows::formats::{Place, Sink};
use crate::rows::{Limits, RowFault, Unreadable};

/// What a sink was given.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    row: Option<String>,
    fault: Option<RowFault>,
    place: Place,
}

#[derive(Default)]
struct Collector(Vec<Found>);

impl Found {
    fn source<'a>(&self, text: &'a str) -> &'a [u8] {
        let range = self.place.start as usize..self.place.end as usize;
        text.as_bytes().get(range).unwrap_or_default()
    }
}

impl Sink for Collector {
    fn json(&mut self, row: &[u8], place: &Place) {
        self.0.push(Found { row: Some(String::from_utf8_lossy(row).into()), fault: None, place: *place });
    }

    fn fault(&mut self, fault: RowFault, place: &Place) {
        self.0.push(Found { row: None, fault: Some(fault), place: *place });
    }

    fn unreadable(&mut self, reason: Unreadable) {
        unreachable!("{reason}");
    }
}

fn read_chunks<'a>(chunks: impl Iterator<Item = &'a [u8]>, limits: Limits) -> Vec<Found> {
    let mut found = Collector::default();
    let mut reader = JsonReader::new(0, limits);
    chunks.for_each(|chunk| reader.push(chunk, &mut found));
    reader.end(&mut found);
    found.0
}

fn read(text: &str) -> Vec<Found> {
    read_chunks([text.as_bytes()].into_iter(), Limits::default())
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
    gives("[{},]", &["1:2 {}", "1:5  MissingElement"]);
    gives("[,]", &["1:2  MissingElement", "1:3  MissingElement"]);
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
            "11:1  MissingElement",
            "11:3  AfterArray",
        ],
    );
}
