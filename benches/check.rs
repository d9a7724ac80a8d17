//! How long reading and checking one request take, without a browser: `cargo bench`.
//! Compare with an earlier state by `cargo bench -- --save-baseline before` and `cargo bench -- --baseline before`.

#![allow(clippy::unwrap_used, missing_docs)]

mod sample;

use std::hint::black_box;

use auth_object::{Checker, Request};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn benches(criterion: &mut Criterion) {
    let rows: Vec<String> = sample::rows(4).iter().map(sample::Row::json).collect();
    let mut group = criterion.benchmark_group("check");
    group.throughput(Throughput::Elements(rows.len() as u64));
    group.bench_function("utf8", |bencher| {
        bencher.iter(|| rows.iter().filter(|row| std::str::from_utf8(black_box(row.as_bytes())).is_ok()).count());
    });
    for hints in [false, true] {
        let checker = Checker::builder().hints(hints).clock(|| 1).build();
        group.bench_function(if hints { "request, hints" } else { "request" }, |bencher| {
            bencher.iter(|| {
                for row in &rows {
                    let request = Request::new(row.as_bytes()).api_key("tk-fake").linked_account_id("account:12345");
                    black_box(checker.check(black_box(&request)).is_accepted());
                }
            });
        });
    }
    group.finish();
}

criterion_group!(check, benches);
criterion_main!(check);
