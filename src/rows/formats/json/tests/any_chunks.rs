//! Wherever the chunks end, the rows are the same, and every row is found once.

use proptest::prelude::*;

use super::{Found, read, read_chunks};
use crate::limits::Limits;
use crate::request::Position;
use crate::rows::formats::json::find_list;
use crate::rows::formats::json::white_space::is_white_space;
use crate::rows::formats::pieces::PIECES;
use crate::rows::{Note, RowFault};

/// Every row is in the text at its place, and between two rows is only what separates them.
fn verify(text: &str, found: &[Found]) {
    let bytes = text.as_bytes();
    let is_array = text.trim_ascii_start().starts_with('[');
    let separates = |byte: &u8| is_white_space(*byte) || is_array && b",[]".contains(byte);
    let mut before = 0;
    for one in found {
        let Found { row, fault, place } = one;
        let position = Position::of(bytes, place.start as usize);
        assert_eq!((place.line, place.column), (position.line.into(), position.column.into()));
        let between = bytes.get(before..place.start as usize).unwrap_or(b"not in order");
        assert!(between.iter().all(separates), "{text:?} {found:?}");
        assert!(row.is_none() || row.as_deref().map(str::as_bytes) == Some(one.source(text)));
        let has_no_bytes =
            matches!(fault, Some(RowFault::MissingElement | RowFault::AfterArray | RowFault::ArrayNotClosed));
        assert_eq!(one.source(text).is_empty(), has_no_bytes);
        before = place.end as usize;
    }
    let is_over = found.iter().any(|one| one.fault == Some(RowFault::AfterArray));
    assert!(is_over || bytes.get(before..).into_iter().flatten().all(separates));
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
        let (request_bytes, nesting) = limits;
        let limits = Limits { request_bytes, nesting, ..Limits::default() };
        let whole = read_chunks([text.as_bytes()].into_iter(), limits);
        for size in 1..9 {
            prop_assert_eq!(&read_chunks(text.as_bytes().chunks(size), limits), &whole);
        }
        // What is around a list and in comments is in no row.
        let is_whole = |note: &Note| matches!(note, Note::TrailingComma { .. });
        if whole.notes.iter().all(is_whole) {
            verify(&text, &whole.found);
        }
    }

    #[test]
    fn the_rows_of_valid_json_are_its_values(values in prop::collection::vec(value(), 0..9), space in "[ \n\r\t]{0,3}") {
        let texts: Vec<String> = values.iter().map(|value| format!("{space}{value:#}{space}")).collect();
        let has_list = texts.iter().any(|text| find_list(text.as_bytes()).is_some());
        for text in [format!("{space}[{}]{space}", texts.join(",")), format!("{{}}{}", texts.join("\n"))] {
            let found: Vec<serde_json::Value> =
                read(&text).iter().map(|one| serde_json::from_str(one.row.as_deref().unwrap()).unwrap()).collect();
            if has_list && text.starts_with('{') {
                continue;
            }
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
