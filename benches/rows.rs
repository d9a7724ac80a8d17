//! How long a row of each format takes, without a browser: `cargo bench --bench rows`.

#![allow(clippy::unwrap_used, missing_docs)]

mod sample;

use std::hint::black_box;

use auth_object::Checker;
use auth_object::rows::{FileFormat, RowOptions};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// As a file is read.
const CHUNK: usize = 1 << 16;

fn benches(criterion: &mut Criterion) {
    let rows = sample::rows(40);
    let json: Vec<String> = rows.iter().map(sample::Row::json).collect();
    let files = [
        (FileFormat::Ndjson, json.join("\n")),
        (FileFormat::Json, format!("[{}]", json.join(",\n"))),
        (FileFormat::Csv, sample::csv(&rows)),
    ];
    let mut group = criterion.benchmark_group("rows");
    group.throughput(Throughput::Elements(rows.len() as u64));
    for (format, file) in &files {
        for hints in [false, true] {
            let checker = Checker::builder().hints(hints).clock(|| 1).build();
            let expected = rows.len() as u64;
            assert_eq!(total(&checker, *format, file), expected, "{format}");
            group.bench_function(format!("{format}{}", if hints { ", hints" } else { "" }), |bencher| {
                bencher.iter(|| total(&checker, *format, black_box(file)));
            });
        }
    }
    group.finish();
}

/// Checks the file, and returns how many rows it has.
fn total(checker: &Checker, format: FileFormat, file: &str) -> u64 {
    let mut options = RowOptions::default();
    options.format = Some(format);
    let mut rows = checker.rows_with(options);
    for chunk in file.as_bytes().chunks(CHUNK) {
        black_box(rows.push(chunk));
    }
    rows.end().total
}

criterion_group!(formats, benches);
criterion_main!(formats);
