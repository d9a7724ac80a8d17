//! The time is linear on every input.

use std::fmt::Write;
use std::time::{Duration, Instant};

use super::{CsvReader, CsvSink, Header, Place, Record, Sink, catalog};
use crate::limits::Limits;
use crate::rows::cache::RowShape;
use crate::rows::{RowFault, Unreadable};

#[derive(Default)]
struct Count {
    records: usize,
    faults: usize,
    shape: RowShape,
    shapes: usize,
}

impl Sink for Count {
    fn json(&mut self, _: &[u8], _: &Place) {}

    fn fault(&mut self, _: RowFault, _: &Place) {
        self.faults += 1;
    }

    fn note(&mut self, _: crate::rows::Note) {}

    fn unreadable(&mut self, _: Unreadable) {}
}

impl CsvSink for Count {
    fn record(&mut self, header: &Header, record: &Record<'_>, _: &Place) {
        self.records += 1;
        self.shapes += usize::from(header.shape(record, &mut self.shape).is_some());
    }
}

fn timed(text: &[u8], limits: Limits) -> (Count, Duration) {
    let mut best = Duration::MAX;
    let mut count = Count::default();
    for _ in 0..2 {
        count = Count::default();
        let mut reader = CsvReader::new(0, limits, catalog());
        let start = Instant::now();
        for chunk in text.chunks(1 << 16) {
            reader.push(chunk, &mut count);
        }
        reader.end(&mut count);
        best = best.min(start.elapsed());
    }
    (count, best)
}

/// Returns the time that a file of this line takes.
fn time(line: &str, limits: Limits) -> Duration {
    const BYTES: usize = 1 << 18;
    timed(format!("slug,a,b\n{}", line.repeat(BYTES / line.len())).as_bytes(), limits).1
}

#[test]
fn lines_that_leave_a_quote_open_are_not_read_again_and_again() {
    // A line may be read a few times, but not once for each line before it, which would be more than 1,000 times.
    const TIMES: u32 = 200;
    let good = time("gmail,a,b\n", Limits::default());
    for line in ["a\",\"x\n", "a,\"x\n", "\"x\n", "\"\"\"\n", "\"a\n\"\"b,\n", "a,\"x\r", "\n", ",", "\"", "\"\","] {
        for request_bytes in [1 << 16, Limits::REQUEST_BYTES] {
            let bad = time(line, Limits { request_bytes, ..Limits::default() });
            assert!(bad < TIMES * good, "{line:?}: {bad:?}, {good:?}");
        }
    }
}

/// `cargo test --release csv::tests::speed -- --ignored --nocapture`
#[test]
#[ignore = "prints figures"]
fn figures() {
    let mut text = String::from("slug,linked_account_id,auth_type,access_token,refresh_token,note\n");
    let mut quoted = text.clone();
    for row in 0..200_000 {
        let token = "fake-token-".repeat(6);
        writeln!(text, "hubspot,cust-{row},oauth2,{token},{token},{}", "x".repeat(30)).unwrap();
        writeln!(quoted, "\"hubspot\",\"cust-{row}\",\"oauth2\",\"{token}\",\"{token}\",\"{}\"", "x".repeat(30))
            .unwrap();
    }
    for text in [text, quoted] {
        let (count, time) = timed(text.as_bytes(), Limits::default());
        println!("{} records, {} shapes, {} bytes in {time:?}", count.records, count.shapes, text.len());
    }
}
