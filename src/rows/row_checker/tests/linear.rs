//! A row that is eight times as long takes about eight times as long, whatever is in it.
// clippy sees no test behind `all(test, …)`
#![allow(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use crate::rows::{Mapping, RowOptions};
use crate::{Catalog, Checker};

const FEW: usize = 4000;
const TIMES: usize = 8;
/// A quadratic time would be 64 times as long. The rest is for other work of the machine.
const MOST: u32 = 30;

/// The row, in which `#` is a number that is different each time, and whether it is mapped.
const ROWS: [(&str, &str, &str, bool); 26] = [
    (TOKEN, "a=", "b\"}}}", false),
    (TOKEN, "x-a: ", "b\"}}}", false),
    (TOKEN, "a=x-a:", "b\"}}}", false),
    (TOKEN, "Bearer ", "b\"}}}", false),
    (TOKEN, "\\\"", "b\"}}}", false),
    (TOKEN, "{\\\"a\\\":", "1\"}}}", false),
    (TOKEN, "-----BEGIN ", "\"}}}", false),
    (ENCODED, "25", "2F\"}}}", false),
    (HOST, "x.", "y\"}}}", false),
    (HOST, ".com", "\"}}}", false),
    ("{\"slug\":\"", "\\\\", "\"}", false),
    ("{\"slug\":\"", "ab ", "\",\"auth_object\":{}}", false),
    ("{\"slug\":", "12", "}", false),
    ("{\"slug\":\"slack\",\"auth_object\":{", "\"k#\":\"x\",", "\"a\":\"x\"}}", false),
    ("{\"slug\":\"slack\",\"auth_object\":{", "\"k#\":{},", "\"a\":\"x\"}}", false),
    ("{\"slug\":\"slack\",\"auth_object\":{", "\"access_token\":\"x\",", "\"a\":\"x\"}}", false),
    ("{\"slug\":\"slack\",\"auth_object\":{\"oauth2\":{", "\"access_tokn#\":\"x\",", "\"a\":\"x\"}}}", false),
    ("{\"auth_object\":{}", ",\"slug\":\"slack\"", "}", false),
    ("{\"auth_object\":{},\"slug\":\"slack\"", ",\"k#\":1", "}", false),
    ("{\"a\":", "[{\"a\":", "", false),
    ("[", "[{", "", false),
    ("[[", "}", "", false),
    ("{\"connection_id\":{", "\"k#\":[{\"a\":{}}],", "\"a\":1}}", false),
    ("{\"type\":\"oauth2\",\"auth_object\":{", "\"k#\":\"x\",", "\"a\":\"x\"}}", true),
    ("{\"type\":\"oauth2\"", ",\"k#\":{\"a\":1}", "}", true),
    ("{\"type\":\"oauth2\",\"app\":{\"a\":1", ",\"k#\":1", "}}", true),
];
const TOKEN: &str = "{\"slug\":\"slack\",\"auth_object\":{\"oauth2\":{\"access_token\":\"";
const ENCODED: &str = "{\"slug\":\"slack\",\"auth_object\":{\"oauth2\":{\"access_token\":\"%";
const HOST: &str = "{\"slug\":\"zendesk\",\"auth_object\":{\"keybased\":{\"subdomain\":\"";

fn time((start, unit, end, is_mapped): (&str, &str, &str, bool), count: usize) -> Duration {
    let units: String = (0..count).map(|index| unit.replace('#', &index.to_string())).collect();
    let file = ["{}\n", start, &units, end, "\n"].concat();
    let best_of = (0..3).map(|_| {
        let mut rows = Checker::default().rows_with(RowOptions::default());
        if is_mapped {
            let map = [("type", "auth_type"), ("app.name", "slug"), ("app.token", "oauth2.access_token")];
            rows = rows.with_mapping(
                Mapping::new(map, [], &Catalog::default()).unwrap_or_else(|error| unreachable!("{error}")),
            );
        }
        let start = Instant::now();
        rows.push(file.as_bytes());
        assert_eq!(rows.end().total, 2);
        start.elapsed()
    });
    best_of.min().unwrap_or_default()
}

#[test]
fn time_is_linear_in_the_length_of_a_row() {
    for row in ROWS {
        let (few, many) = (time(row, FEW), time(row, FEW * TIMES));
        // Less than this is not measured well.
        let few = few.max(Duration::from_micros(500));
        assert!(many < MOST * few, "{row:?}: {few:?}, {many:?}");
    }
}
