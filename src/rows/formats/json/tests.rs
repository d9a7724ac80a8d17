//! Wherever the chunks end, the rows are the same, and every row is found once.

use proptest::prelude::*;

use super::super::{Place, Sink};
use super::{JsonReader, is_blank};
use crate::request::Position;
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

impl Sink for Collector {
    fn json(&mut self, row: &[u8], place: &Place) {
        self.0.push(Found { row: Some(String::from_utf8_lossy(row).into()), fault: None, place: *place });
    }

    fn fault(&mut self, fault: RowFault, place: &Place) {
        self.0.push(Found { row: None, fault: Some(fault), place: *place });
    }

    fn unreadable(&mut self, reason: Unreadable) {
        panic!("{reason}");
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
    let one = |Found { row, fault, place }: &Found| {
        let source = &text[usize::try_from(place.start).unwrap()..usize::try_from(place.end).unwrap()];
        assert_eq!(row.as_deref().unwrap_or(source), source);
        let fault = fault.as_ref().map(|fault| format!(" {fault:?}")).unwrap_or_default();
        format!("{}:{} {source}{fault}", place.line, place.column)
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

#[test]
fn a_row_that_is_too_long_is_a_fault_and_its_end_is_found() {
    let limits = Limits { row_bytes: 8, ..Limits::default() };
    let text =
        format!("[{{\"a\":12}}, {{\"a\":123}} {}, \"{}\" ,{{}}{}", " ".repeat(99), "x".repeat(99), " ".repeat(99));
    for size in [1, 2, 3, 7, 50, 999] {
        let found = read_chunks(text.as_bytes().chunks(size), limits);
        let fault = "RowBytes { limit: 8 }";
        let long = format!("1:123 \"{}\" {fault}", "x".repeat(99));
        let expected =
            ["1:2 {\"a\":12}", &format!("1:12 {{\"a\":123}} {fault}"), &long, "1:226 {}", "1:327  ArrayNotClosed"];
        assert_eq!(short(&found, &text), expected);
    }
    // White space after a broken row is not part of it.
    let text = format!("[{{\"a\":\"\n{}{{\"b\":1}}]", " ".repeat(99));
    for size in [1, 5, 50, 999] {
        let found = read_chunks(text.as_bytes().chunks(size), limits);
        assert_eq!(short(&found, &text), ["1:2 {\"a\":\"", "2:100 {\"b\":1}"]);
    }
}

#[test]
fn a_row_that_is_nested_too_deeply_is_a_fault_and_its_end_is_found() {
    let limits = Limits { nesting: 2, ..Limits::default() };
    let read = |text: &str| {
        let found = read_chunks([text.as_bytes()].into_iter(), limits);
        assert_eq!(read_chunks(text.as_bytes().chunks(1), limits), found);
        short(&found, text)
    };
    let fault = "Nesting { limit: 2 }";
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
        assert_eq!(read_chunks(text.as_bytes().chunks(4096), limits).len(), whole.len());
    }
}

#[test]
fn only_the_bytes_of_the_current_row_are_kept() {
    let mut reader = JsonReader::new(3, Limits { row_bytes: 9, ..Limits::default() });
    let mut found = Collector::default();
    for (chunk, kept) in [("[{\"a\":", 5), ("1}, ", 0), ("\"fake-to", 8), ("ken", 0), ("\",{}", 0), ("]", 0)] {
        reader.push(chunk.as_bytes(), &mut found);
        assert_eq!(reader.row.kept(), kept, "{chunk}");
    }
    reader.end(&mut found);
    let places: Vec<_> = found.0.iter().map(|one| (one.place.start, one.place.end)).collect();
    assert_eq!(places, [(4, 11), (13, 25), (26, 28)]);
}

/// Parts that mean something to one format or another.
const PIECES: [&str; 32] = [
    "\n",
    "\r\n",
    "\r",
    ",",
    ";",
    "\"",
    "\"\"",
    "\"\"\"",
    "[",
    "]",
    "{",
    "}",
    ":",
    "\\",
    " ",
    "\t",
    "\0",
    "a",
    "1",
    "\u{e9}",
    "\u{1f511}",
    "{\"slug\":\"gmail\"}",
    "\"slug\"",
    "slug,a,b\n",
    "\n{",
    "\"\n",
    ",\n",
    "gmail,x,y\n",
    "\u{feff}",
    "]}",
    "}]",
    "{[",
];

/// Every row is in the text at its place, and between two rows is only what separates them.
fn verify(text: &str, found: &[Found]) {
    let is_array = text.trim_ascii_start().starts_with('[');
    let mut before = 0;
    for Found { row, fault, place } in found {
        let (start, end) = (usize::try_from(place.start).unwrap(), usize::try_from(place.end).unwrap());
        let position = Position::of(text.as_bytes(), start);
        assert_eq!((place.line, place.column), (position.line.into(), position.column.into()));
        if let Some(row) = row {
            assert_eq!(row.as_bytes(), &text.as_bytes()[start..end]);
        }
        let separates = |byte: &u8| is_blank(*byte) || is_array && b",[]".contains(byte);
        assert!(text.as_bytes()[before..start].iter().all(separates), "{text:?} {found:?}");
        before = end;
        if *fault == Some(RowFault::AfterArray) {
            return;
        }
        assert_eq!(start == end, matches!(fault, Some(RowFault::MissingElement | RowFault::ArrayNotClosed)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_chunks_give_the_same_rows(
        start in prop::sample::select(vec!["[", "", "[{", "{\"a\":["]),
        pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40),
        limits in prop::sample::select(vec![(usize::MAX, 1000), (12, 1000), (usize::MAX, 2), (0, 0)]),
    ) {
        let text = format!("{start}{}", pieces.concat());
        let (row_bytes, nesting) = limits;
        let limits = Limits { row_bytes, nesting, ..Limits::default() };
        let whole = read_chunks([text.as_bytes()].into_iter(), limits);
        for size in 1..9 {
            prop_assert_eq!(&read_chunks(text.as_bytes().chunks(size), limits), &whole);
        }
        verify(&text, &whole);
    }

    #[test]
    fn the_rows_of_valid_json_are_its_values(values in prop::collection::vec(value(), 0..9), space in "[ \n\r\t]{0,3}") {
        let texts: Vec<String> = values.iter().map(|value| format!("{space}{value:#}{space}")).collect();
        for text in [format!("{space}[{}]{space}", texts.join(",")), format!("{{}}{}", texts.join("\n"))] {
            let found: Vec<serde_json::Value> =
                read(&text).iter().map(|one| serde_json::from_str(one.row.as_deref().unwrap()).unwrap()).collect();
            let skipped = usize::from(text.starts_with('{'));
            prop_assert_eq!(&found[skipped..], &values[..]);
        }
    }
}

fn value() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        any::<i32>().prop_map(serde_json::Value::from),
        "[a\"\\\\{}\\[\\],\n\u{1f511}]{0,8}".prop_map(serde_json::Value::from),
        Just(serde_json::Value::Null),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(serde_json::Value::from),
            prop::collection::btree_map("[a-c\"]{1,2}", inner, 0..4)
                .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
        ]
    })
}
