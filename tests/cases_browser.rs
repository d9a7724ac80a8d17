//! The case files, as wasm in a browser (`wasm-pack test --headless --chrome`).
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "support/row_cases.rs"]
mod row_cases;
mod support;

use wasm_bindgen_test::wasm_bindgen_test;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
#[wasm_bindgen_test]
fn every_case_gives_its_verdict() {
    let (differences, count) = support::run_all();
    assert!(differences.is_empty(), "{} differences in {count} cases:\n{}", differences.len(), differences.join("\n"));
}

#[wasm_bindgen_test]
fn every_file_gives_its_report() {
    assert!(row_cases::run_all() > 0);
}
