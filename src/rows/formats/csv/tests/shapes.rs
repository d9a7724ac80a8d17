//! The shapes of rows.

use std::collections::HashMap;

use proptest::prelude::*;

use super::{File, Place, Sink, catalog};
use crate::limits::Limits;
use crate::rows::cache::RowShape;
use crate::rows::formats::csv::{CsvReader, CsvSink, Header, Record};
use crate::rows::{RowFault, Unreadable};

/// The shape of a row with its values and the linked account.
type Shape = (Vec<[u64; 4]>, Vec<String>, Option<String>);

#[derive(Default)]
struct Shapes {
    file: File,
    shapes: Vec<Option<Shape>>,
    starts: Vec<Vec<usize>>,
}

impl Sink for Shapes {
    fn json(&mut self, row: &[u8], place: &Place) {
        self.file.json(row, place);
    }

    fn fault(&mut self, _: RowFault, _: &Place) {}

    fn note(&mut self, _: crate::rows::Note) {}

    fn unreadable(&mut self, reason: Unreadable) {
        self.file.unreadable(reason);
    }
}

impl CsvSink for Shapes {
    fn record(&mut self, header: &Header, record: &Record<'_>, place: &Place) {
        self.file.record(header, record, place);
        let mut shape = RowShape::default();
        let account = header.shape(record, &mut shape);
        self.shapes.push(account.map(|account| {
            let value = |index| shape.value(record.bytes(), index).map(|text| text.decode().into_owned());
            (shape.blocks().collect(), (0..shape.starts().count()).filter_map(value).collect(), account.and_then(value))
        }));
        let mut starts = Vec::new();
        let _ = header.request(record, &catalog(), &mut Vec::new(), &mut starts);
        self.starts.push(starts);
    }
}

fn shapes(text: &str) -> Shapes {
    let mut shapes = Shapes::default();
    let mut reader = CsvReader::new(0, Limits::default(), catalog());
    reader.push(text.as_bytes(), &mut shapes);
    reader.end(&mut shapes);
    shapes
}

/// The JSON without its values: the strings at these positions.
fn without_values(json: &str, starts: &[usize], values: &[String]) -> String {
    let mut left = json.to_owned();
    let mut at: Vec<_> = starts.iter().zip(values).collect();
    at.sort();
    for (start, value) in at.into_iter().rev() {
        let escaped = serde_json::to_string(value).unwrap();
        let escaped = &escaped[1..escaped.len() - 1];
        assert_eq!(json.get(*start..start + escaped.len()), Some(escaped));
        left.replace_range(*start..start + escaped.len(), "");
    }
    left
}

#[test]
fn the_values_are_cut_out() {
    let shapes =
        shapes("a,linked_account_id,slug,b\nfake-a,cust-1,gmail,fake-b\nfake-c,cust-2,gmail,fake-d\n,,slack,x\n");
    let [Some(one), Some(two), Some(other)] = shapes.shapes.as_slice() else { panic!("three shapes") };
    assert_eq!(
        (one.1.as_slice(), one.2.as_deref()),
        (&["fake-a", "cust-1", "fake-b"].map(String::from)[..], Some("cust-1"))
    );
    assert!(one.0 == two.0 && one.0 != other.0 && other.2.is_none());
}

#[test]
fn rows_that_are_odd_have_no_shape() {
    for row in [
        "gmail, x",
        "gmail,\"a\nb\"",
        "gmail,caf\u{e9}",
        "gmail",
        "gmail,x,,",
        "gmail,a\u{7f}",
        "gmail,,{}",
        " gmail,x",
    ] {
        assert!(shapes(&format!("slug,a,auth_object\n{row}\n")).shapes[0].is_none(), "{row}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn equal_shapes_have_equal_requests_but_for_the_values(rows in prop::collection::vec(
        prop::collection::vec(prop::sample::select(&["", "x", "\"a,b\"", "gmail", "snake", "camel", "oauth2", "\u{1}", " ", "\u{80}"][..]), 1..7), 1..30,
    )) {
        let rows: Vec<_> = rows.iter().map(|row| row.join(",")).collect();
        let shapes = shapes(&format!("a,auth_type,slug,linked_account_id,Same Letters,\n{}\n", rows.join("\n")));
        let mut known = HashMap::new();
        for ((row, shape), starts) in shapes.file.rows.iter().zip(&shapes.shapes).zip(&shapes.starts) {
            let Some((shape, values, account)) = shape else { continue };
            let json = row.read.as_ref().expect("a row with a shape has no fault");
            prop_assert_eq!(starts.len(), values.len());
            let request: serde_json::Value = serde_json::from_str(json).unwrap();
            prop_assert_eq!(request["linked_account_id"].as_str(), account.as_deref());
            let left = without_values(json, starts, values);
            prop_assert_eq!(known.entry(shape).or_insert_with(|| left.clone()), &left);
        }
    }
}
