//! How long reading and checking take, without a browser: `cargo bench`.
//! Compare with an earlier state by `cargo bench -- --save-baseline before` and `cargo bench -- --baseline before`.

#![allow(clippy::unwrap_used, missing_docs)]

use std::hint::black_box;

use auth_object::catalog::AuthType;
use auth_object::{Catalog, Checker, Request};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use serde_json::{Map, Value, json};

/// One row for each auth type of the catalogue, `rounds` times: both shapes in turn, 5 in 100 with a key too many.
fn rows(rounds: usize) -> Vec<String> {
    let apps = Catalog::default().apps();
    let auth_types = || apps.iter().flat_map(|app| app.auth_types.iter().map(move |one| (app, one)));
    let mut rows = Vec::new();
    for (app, auth_type) in (0..rounds).flat_map(|_| auth_types()) {
        let number = rows.len();
        let mut fields = fields(auth_type, number);
        if number % 20 == 7 {
            fields.insert("not_a_field".into(), json!("fake-value"));
        }
        let auth_object = if number % 2 == 0 { json!({ auth_type.name: fields }) } else { Value::Object(fields) };
        let row =
            json!({ "slug": app.slug, "linked_account_id": format!("account:{number}"), "auth_object": auth_object });
        rows.push(row.to_string());
    }
    rows
}

fn fields(auth_type: &AuthType, number: usize) -> Map<String, Value> {
    let mask = auth_type.required | auth_type.any_of.first().copied().unwrap_or_default();
    let value = |name: &str| json!(format!("fake-{name}-0123456789abcdef0123456789-{number}"));
    auth_type.fields_of(mask).map(|field| (field.name.to_owned(), value(field.name))).collect()
}

fn benches(criterion: &mut Criterion) {
    let rows = rows(4);
    let ndjson = rows.join("\n");
    let mut group = criterion.benchmark_group("rows");
    group.throughput(Throughput::Elements(rows.len() as u64));
    group.bench_function("utf8", |bencher| {
        bencher.iter(|| rows.iter().filter(|row| std::str::from_utf8(black_box(row.as_bytes())).is_ok()).count());
    });
    group.bench_function("ndjson", |bencher| {
        bencher.iter(|| {
            let mut rows = Checker::default().rows();
            rows.push(black_box(ndjson.as_bytes()));
            rows.end().accepted
        });
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
